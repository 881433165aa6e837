# A tool that makes something at every apply of a new order, whether or not it is there: what is done twice shows in its ledger.
ledger=$1
read -r job
# The first member of a name; values here have no quotes inside.
member() { rest=${job#*\"$1\":\"}; value=${rest%%\"*}; }
member action; action=$value
member order; order=$value
member size; size=$value
rest=${job#*\"generation\":}; generation=${rest%%[,\}]*}
did() { echo "$1 $order" >>"$ledger"; }
last() { grep "$order" "$ledger" 2>/dev/null | tail -n 1; }

case $action in
plan) echo '{"type":"planned","data":{"create":1}}' ;;
apply)
  echo '{"type":"progress","data":{"milestone":"begun"}}'
  # Whether an update is done nobody can see from outside: it comes again, and finds what is there.
  if [ "$generation" = 1 ] || [ "$(last)" != "made-$size $order" ]; then did "made-$size"; fi
  echo "{\"type\":\"succeeded\",\"data\":{\"outputs\":{\"size\":\"$size\"}}}"
  ;;
stop)
  if [ "$(last)" != "stopped $order" ]; then did stopped; fi
  echo '{"type":"succeeded"}'
  ;;
destroy)
  did removed
  echo '{"type":"succeeded"}'
  ;;
lookup)
  case $(last) in
  "made-$size "*) echo '{"type":"found","data":{"exists":"complete","running":true}}' ;;
  made-*) echo '{"type":"found","data":{"exists":"partial","running":true}}' ;;
  stopped*) echo '{"type":"found","data":{"exists":"complete","running":false}}' ;;
  *) echo '{"type":"found","data":{"exists":"none"}}' ;;
  esac
  ;;
esac
