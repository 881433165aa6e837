# Prints what a playbook does as lines of JSON, for the runner of MPLI. A task says how far its end brings the order:
#   vars: { mpli_milestone: disk-made, mpli_percent: 40 }, and mpli_past_point_of_no_return: true where it begins.
# They may be templates; what cannot be evaluated is not said.
# What comes of the whole is said by set_stats: mpli_outputs, mpli_access, mpli_exists, mpli_export, mpli_plan.
import json

from ansible.module_utils.parsing.convert_bool import boolean
from ansible.plugins.callback import CallbackBase
from ansible.template import Templar

DOCUMENTATION = """
    name: mpli
    type: stdout
    short_description: lines of JSON for the runner of MPLI
    description: One object for each thing that happens.
"""


class CallbackModule(CallbackBase):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "stdout"
    CALLBACK_NAME = "mpli"

    def say(self, event, **more):
        print(json.dumps({"event": event, **more}, default=str), flush=True)

    def v2_playbook_on_play_start(self, play):
        self.play = play

    def told(self, name, task, host=None):
        told = task.vars or {}
        if name not in told:
            return None
        try:
            manager = self.play.get_variable_manager()
            variables = manager.get_vars(play=self.play, host=host, task=task)
            return Templar(loader=self.play.get_loader(), variables=variables).template(told[name])
        except Exception as error:
            self._display.warning("%s is left out: %s" % (name, error))
            return None

    def v2_playbook_on_task_start(self, task, is_conditional):
        if boolean(self.told("mpli_past_point_of_no_return", task), strict=False):
            self.say("task", progress={"pastPointOfNoReturn": True})

    def v2_runner_on_ok(self, result):
        names = {"milestone": "mpli_milestone", "percent": "mpli_percent"}
        said = {name: self.told(key, result._task, result._host) for name, key in names.items()}
        progress = {name: value for name, value in said.items() if value is not None}
        if progress:
            self.say("ok", progress=progress)

    def v2_runner_on_failed(self, result, ignore_errors=False):
        if not ignore_errors:
            self.fail("tool-failed", result)

    def v2_runner_on_unreachable(self, result):
        self.fail("target-unreachable", result)

    def fail(self, code, result):
        said = result._result
        message = " ".join(str(said[key]) for key in ("msg", "stderr") if said.get(key)) or "no reason given"
        self.say("failed", code=code, task=result._task.get_name(), message=message[-16000:])

    def v2_playbook_on_stats(self, stats):
        changed = sum(stats.summarize(host)["changed"] for host in stats.processed)
        self.say("stats", changed=changed, custom=stats.custom.get("_run", {}))
