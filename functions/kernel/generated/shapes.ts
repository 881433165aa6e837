// The SHACL shapes of each document. Generated from schemas/ by `npm run generate`: edit there.
export const shapes = {
  manifest: `# The shape of a manifest: what is refused, and how to mend it. Facts are checked wherever they stand.
@prefix shape: <https://w3id.org/mpli/shapes#> .
@prefix mpli: <https://w3id.org/mpli/ns#> .
@prefix schema: <http://schema.org/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix st: <https://w3id.org/mpli/statements/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix cdt: <https://w3id.org/cdt/> .

# ── Manifest and pages ────────────────────────────────────────────────────────────────────────────────────────

shape:manifest a sh:NodeShape ; sh:targetClass mpli:Manifest ;
  sh:property shape:manifest-provider, shape:title, shape:attribution .
shape:manifest-provider a sh:PropertyShape ; dct:source st:MPLI-DISC-004 ; sh:path mpli:provider ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ; sh:pattern "^did:[a-z0-9]+:." ;
  sh:message "A manifest names exactly one provider, by its DID: give provider one value such as did:web:cloud.example." .
shape:title a sh:PropertyShape ; sh:path dct:title ;
  sh:nodeKind sh:Literal ;
  sh:message "A title is text: write it as a string." .
shape:attribution a sh:PropertyShape ; sh:path dct:rights ;
  sh:nodeKind sh:Literal ;
  sh:message "An attribution is text: write the sentence that names whom to credit." .
shape:place a sh:PropertyShape ; sh:targetSubjectsOf mpli:place ; sh:path mpli:place ;
  sh:nodeKind sh:IRI ;
  sh:message "A place of a manifest needs an address of its own: give the region an id, such as /regions/ams-1." .
shape:page a sh:PropertyShape ; sh:targetSubjectsOf mpli:page ; sh:path mpli:page ;
  sh:nodeKind sh:IRI ;
  sh:message "A page of a manifest needs an address of its own: give it an IRI." .
shape:digest a sh:PropertyShape ; sh:targetSubjectsOf mpli:digest ; sh:path mpli:digest ;
  sh:datatype xsd:string ; sh:pattern "^[0-9a-f]{64}$" ;
  sh:message "A digest is a SHA-256 in 64 lower-case hexadecimal digits: write it in that form." .
shape:offer-count a sh:PropertyShape ; sh:targetSubjectsOf mpli:offerCount ; sh:path mpli:offerCount ;
  sh:datatype xsd:integer ; sh:minInclusive 0 ; sh:maxCount 1 ;
  sh:message "A count of offers is one whole number from 0: write it without a fraction." .
shape:contains-class a sh:PropertyShape ; sh:targetSubjectsOf mpli:containsClass ; sh:path mpli:containsClass ;
  sh:nodeKind sh:IRI ;
  sh:message "A page names the service classes it holds by their IRIs: write a class, not text." .

# ── Provider ──────────────────────────────────────────────────────────────────────────────────────────────────

shape:provider a sh:NodeShape ; sh:targetClass mpli:Provider ; sh:targetObjectsOf mpli:provider ;
  sh:property shape:name, shape:description, shape:homepage, shape:source, shape:licence .
shape:name a sh:PropertyShape ; sh:path schema:name ;
  sh:nodeKind sh:Literal ;
  sh:message "A name is text: write it as a string." .
shape:description a sh:PropertyShape ; sh:path schema:description ;
  sh:nodeKind sh:Literal ;
  sh:message "A description is text: write it as a string." .
shape:homepage a sh:PropertyShape ; sh:path schema:url ;
  sh:nodeKind sh:IRI ;
  sh:message "A homepage is an address: write it as an IRI, such as https://cloud.example/." .
shape:source a sh:PropertyShape ; sh:path dct:source ;
  sh:nodeKind sh:Literal ;
  sh:message "A source is text that says where the facts were read: write it as a string." .
shape:licence a sh:PropertyShape ; sh:path dct:license ;
  sh:nodeKind sh:Literal ;
  sh:message "A licence is text: write its SPDX identifier or its name as a string." .
shape:country a sh:PropertyShape ; sh:targetSubjectsOf mpli:country ; sh:path mpli:country ;
  sh:nodeKind sh:IRI ; sh:maxCount 1 ; sh:pattern "^https://w3id[.]org/mpli/place/[A-Z][A-Z]$" ;
  sh:message "A provider is established in one country, named by its two-letter code of ISO 3166-1: write, for example, DE." .

# ── Places ────────────────────────────────────────────────────────────────────────────────────────────────────

shape:place-of-provider a sh:NodeShape ; sh:targetClass mpli:Region ; sh:targetObjectsOf mpli:place ;
  sh:property shape:name, shape:latitude, shape:longitude .
shape:latitude a sh:PropertyShape ; sh:path schema:latitude ;
  sh:datatype xsd:decimal ; sh:minInclusive -90.0 ; sh:maxInclusive 90.0 ; sh:maxCount 1 ;
  sh:message "A latitude is one decimal number of degrees from -90 to 90: write, for example, 52.37." .
shape:longitude a sh:PropertyShape ; sh:path schema:longitude ;
  sh:datatype xsd:decimal ; sh:minInclusive -180.0 ; sh:maxInclusive 180.0 ; sh:maxCount 1 ;
  sh:message "A longitude is one decimal number of degrees from -180 to 180: write, for example, 4.9." .
shape:within a sh:PropertyShape ; sh:targetSubjectsOf mpli:within ; sh:path mpli:within ;
  sh:nodeKind sh:IRI ;
  sh:message "A place lies within other places, named by IRIs: write a code such as NL or EU, or the address of a region." .
shape:city a sh:PropertyShape ; sh:targetSubjectsOf mpli:city ; sh:path mpli:city ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "A city is text: write its name as a string." .
shape:alias a sh:PropertyShape ; sh:targetSubjectsOf mpli:alias ; sh:path mpli:alias ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "An alias is text: write the other name of the region as a string." .
shape:renewable-energy a sh:PropertyShape ; sh:targetSubjectsOf mpli:renewableEnergy ; sh:path mpli:renewableEnergy ;
  sh:datatype xsd:boolean ; sh:maxCount 1 ;
  sh:message "Whether all electricity is from renewable sources is true or false: write it without quotes." .

# ── Offers: what they are ─────────────────────────────────────────────────────────────────────────────────────

shape:offer a sh:NodeShape ; sh:targetClass mpli:Offer ; sh:targetObjectsOf mpli:offer ;
  sh:nodeKind sh:IRI ;
  sh:message "An offer needs an address of its own: give it an id, such as /offers/pg-m." ;
  sh:property shape:offer-class, shape:name, shape:description, shape:sku, shape:source, shape:licence .
shape:offer-class a sh:PropertyShape ; sh:path mpli:serviceClass ;
  sh:minCount 1 ; sh:nodeKind sh:IRI ;
  sh:message "An offer says what is sold: give class a service class such as VirtualMachine, or the IRI of your own." .
shape:sku a sh:PropertyShape ; sh:path schema:sku ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "A SKU is text: write it as a string, in quotes even if it is a number." .
shape:family a sh:PropertyShape ; sh:targetSubjectsOf mpli:family ; sh:path mpli:family ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "A family is text: write its name as a string." .
shape:status a sh:PropertyShape ; sh:targetSubjectsOf mpli:offerStatus ; sh:path mpli:offerStatus ;
  sh:in ( "active" "preview" "deprecated" "endOfSale" "retired" ) ; sh:maxCount 1 ;
  sh:message "An offer has one status: write active, preview, deprecated, endOfSale or retired." .

# ── Offers: facts ─────────────────────────────────────────────────────────────────────────────────────────────

shape:vcpus a sh:PropertyShape ; sh:targetSubjectsOf mpli:vcpus ; sh:path mpli:vcpus ;
  sh:datatype xsd:integer ; sh:minInclusive 0 ;
  sh:message "A number of virtual CPUs is a whole number from 0: write it without a unit or a fraction." .
shape:cores a sh:PropertyShape ; sh:targetSubjectsOf mpli:cores ; sh:path mpli:cores ;
  sh:datatype xsd:integer ; sh:minInclusive 0 ;
  sh:message "A number of cores is a whole number from 0: write it without a unit or a fraction." .
shape:gpu-count a sh:PropertyShape ; sh:targetSubjectsOf mpli:gpuCount ; sh:path mpli:gpuCount ;
  sh:datatype xsd:integer ; sh:minInclusive 0 ;
  sh:message "A number of GPUs is a whole number from 0: write it without a unit or a fraction." .
shape:node-count a sh:PropertyShape ; sh:targetSubjectsOf mpli:nodeCount ; sh:path mpli:nodeCount ;
  sh:datatype xsd:integer ; sh:minInclusive 0 ;
  sh:message "A number of nodes is a whole number from 0: write it without a unit or a fraction." .
shape:iops a sh:PropertyShape ; sh:targetSubjectsOf mpli:iops ; sh:path mpli:iops ;
  sh:datatype xsd:integer ; sh:minInclusive 0 ;
  sh:message "A number of I/O operations a second is a whole number from 0: write it without a unit or a fraction." .
shape:memory a sh:PropertyShape ; dct:source st:MPLI-DISC-015 ; sh:targetSubjectsOf mpli:memory ; sh:path mpli:memory ;
  sh:datatype cdt:ucum ; sh:pattern "^[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)? ([kMGTP]|[KMGTP]i)?(By|bit)$" ;
  sh:message "An amount of memory is a number, a space and a unit: write, for example, 16 GiBy." .
shape:storage a sh:PropertyShape ; dct:source st:MPLI-DISC-015 ; sh:targetSubjectsOf mpli:storage ; sh:path mpli:storage ;
  sh:datatype cdt:ucum ; sh:pattern "^[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)? ([kMGTP]|[KMGTP]i)?(By|bit)$" ;
  sh:message "An amount of local storage is a number, a space and a unit: write, for example, 80 GBy." .
shape:gpu-memory a sh:PropertyShape ; dct:source st:MPLI-DISC-015 ; sh:targetSubjectsOf mpli:gpuMemory ; sh:path mpli:gpuMemory ;
  sh:datatype cdt:ucum ; sh:pattern "^[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)? ([kMGTP]|[KMGTP]i)?(By|bit)$" ;
  sh:message "An amount of GPU memory is a number, a space and a unit: write, for example, 24 GiBy." .
shape:min-size a sh:PropertyShape ; dct:source st:MPLI-DISC-015 ; sh:targetSubjectsOf mpli:minSize ; sh:path mpli:minSize ;
  sh:datatype cdt:ucum ; sh:pattern "^[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)? ([kMGTP]|[KMGTP]i)?(By|bit)$" ;
  sh:message "A smallest size is a number, a space and a unit: write, for example, 1 GBy." .
shape:max-size a sh:PropertyShape ; dct:source st:MPLI-DISC-015 ; sh:targetSubjectsOf mpli:maxSize ; sh:path mpli:maxSize ;
  sh:datatype cdt:ucum ; sh:pattern "^[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)? ([kMGTP]|[KMGTP]i)?(By|bit)$" ;
  sh:message "A largest size is a number, a space and a unit: write, for example, 16 TBy." .
shape:network-bandwidth a sh:PropertyShape ; dct:source st:MPLI-DISC-015 ; sh:targetSubjectsOf mpli:networkBandwidth ; sh:path mpli:networkBandwidth ;
  sh:datatype cdt:ucum ; sh:pattern "^[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)? ([kMGTP]|[KMGTP]i)?(By|bit)/s$" ;
  sh:message "A network bandwidth is a number, a space and a unit: write, for example, 10 Gbit/s." .
shape:network-baseline a sh:PropertyShape ; dct:source st:MPLI-DISC-015 ; sh:targetSubjectsOf mpli:networkBaseline ; sh:path mpli:networkBaseline ;
  sh:datatype cdt:ucum ; sh:pattern "^[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)? ([kMGTP]|[KMGTP]i)?(By|bit)/s$" ;
  sh:message "A baseline bandwidth is a number, a space and a unit: write, for example, 2.5 Gbit/s." .
shape:throughput a sh:PropertyShape ; dct:source st:MPLI-DISC-015 ; sh:targetSubjectsOf mpli:throughput ; sh:path mpli:throughput ;
  sh:datatype cdt:ucum ; sh:pattern "^[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)? ([kMGTP]|[KMGTP]i)?(By|bit)/s$" ;
  sh:message "A throughput is a number, a space and a unit: write, for example, 250 MiBy/s." .
shape:outbound-traffic a sh:PropertyShape ; dct:source st:MPLI-DISC-015 ; sh:targetSubjectsOf mpli:outboundTraffic ; sh:path mpli:outboundTraffic ;
  sh:datatype cdt:ucum ; sh:pattern "^[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)? ([kMGTP]|[KMGTP]i)?(By|bit)/(s|h|d|mo|a)$" ;
  sh:message "Included outbound traffic is a number, a space and a unit: write, for example, 20 TBy/mo." .
shape:cpu-model a sh:PropertyShape ; sh:targetSubjectsOf mpli:cpuModel ; sh:path mpli:cpuModel ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "A CPU model is text: write it as a string." .
shape:gpu-model a sh:PropertyShape ; sh:targetSubjectsOf mpli:gpuModel ; sh:path mpli:gpuModel ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "A GPU model is text: write it as a string." .
shape:hypervisor a sh:PropertyShape ; sh:targetSubjectsOf mpli:hypervisor ; sh:path mpli:hypervisor ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "A hypervisor is text: write it as a string." .
shape:engine-edition a sh:PropertyShape ; sh:targetSubjectsOf mpli:engineEdition ; sh:path mpli:engineEdition ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "An engine edition is text: write it as a string." .
shape:instance-class a sh:PropertyShape ; sh:targetSubjectsOf mpli:instanceClass ; sh:path mpli:instanceClass ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "An instance class is text: write it as a string." .
shape:licence-model a sh:PropertyShape ; sh:targetSubjectsOf mpli:licenceModel ; sh:path mpli:licenceModel ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "A licence model is text: write it as a string." .
shape:network-plugin a sh:PropertyShape ; sh:targetSubjectsOf mpli:networkPlugin ; sh:path mpli:networkPlugin ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "A network plugin is text: write it as a string." .
shape:storage-type a sh:PropertyShape ; sh:targetSubjectsOf mpli:storageType ; sh:path mpli:storageType ;
  sh:datatype xsd:string ; sh:pattern "^[a-z0-9][a-z0-9._+-]*$" ;
  sh:message "A storage type is one lower-case word: write, for example, nvme, ssd, hdd or network." .
shape:architecture a sh:PropertyShape ; sh:targetSubjectsOf mpli:architecture ; sh:path mpli:architecture ;
  sh:datatype xsd:string ; sh:pattern "^[a-z0-9][a-z0-9._+-]*$" ;
  sh:message "An architecture is one lower-case word: write, for example, x86_64 or arm64." .
shape:cpu-allocation a sh:PropertyShape ; sh:targetSubjectsOf mpli:cpuAllocation ; sh:path mpli:cpuAllocation ;
  sh:datatype xsd:string ; sh:pattern "^[a-z0-9][a-z0-9._+-]*$" ;
  sh:message "A CPU allocation is one lower-case word: write, for example, dedicated, shared or burstable." .
shape:engine a sh:PropertyShape ; sh:targetSubjectsOf mpli:engine ; sh:path mpli:engine ;
  sh:datatype xsd:string ; sh:pattern "^[a-z0-9][a-z0-9._+-]*$" ;
  sh:message "An engine is one lower-case word: write, for example, postgresql." .
shape:runtime a sh:PropertyShape ; sh:targetSubjectsOf mpli:runtime ; sh:path mpli:runtime ;
  sh:datatype xsd:string ; sh:pattern "^[a-z0-9][a-z0-9._+-]*$" ;
  sh:message "A runtime is one lower-case word: write, for example, nodejs." .
shape:engine-version a sh:PropertyShape ; dct:source st:MPLI-DISC-016 ; sh:targetSubjectsOf mpli:engineVersion ; sh:path mpli:engineVersion ;
  sh:datatype xsd:string ; sh:pattern "^[^ ]+$" ;
  sh:message "A version is text without spaces, one value for each version: write it in quotes, for example 16.4." .
shape:kubernetes-version a sh:PropertyShape ; dct:source st:MPLI-DISC-016 ; sh:targetSubjectsOf mpli:kubernetesVersion ; sh:path mpli:kubernetesVersion ;
  sh:datatype xsd:string ; sh:pattern "^[^ ]+$" ;
  sh:message "A version is text without spaces, one value for each version: write it in quotes, for example 1.30." .
shape:conformant-version a sh:PropertyShape ; dct:source st:MPLI-DISC-016 ; sh:targetSubjectsOf mpli:conformantVersion ; sh:path mpli:conformantVersion ;
  sh:datatype xsd:string ; sh:pattern "^[^ ]+$" ;
  sh:message "A version is text without spaces, one value for each version: write it in quotes, for example 1.30." .
shape:runtime-version a sh:PropertyShape ; dct:source st:MPLI-DISC-016 ; sh:targetSubjectsOf mpli:runtimeVersion ; sh:path mpli:runtimeVersion ;
  sh:datatype xsd:string ; sh:pattern "^[^ ]+$" ;
  sh:message "A version is text without spaces, one value for each version: write it in quotes, for example 22." .
shape:region a sh:PropertyShape ; sh:targetSubjectsOf mpli:region ; sh:path mpli:region ;
  sh:nodeKind sh:IRI ;
  sh:message "A region is named by its address: write the id of a region of the manifest." .

# ── Certifications ────────────────────────────────────────────────────────────────────────────────────────────

shape:certification a sh:NodeShape ; sh:targetClass mpli:Certification ; sh:targetObjectsOf mpli:certification ;
  sh:property shape:certification-scheme .
shape:certification-scheme a sh:PropertyShape ; sh:path mpli:scheme ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ;
  sh:message "A certification names one scheme: write a node with scheme, such as ISO27001 or the IRI of another." .
shape:credential a sh:PropertyShape ; sh:targetSubjectsOf mpli:credential ; sh:path mpli:credential ;
  sh:nodeKind sh:IRI ;
  sh:message "A credential is named by its address: write an IRI at which it can be fetched." .
shape:evidence-page a sh:PropertyShape ; sh:targetSubjectsOf mpli:evidencePage ; sh:path mpli:evidencePage ;
  sh:nodeKind sh:IRI ;
  sh:message "An evidence page is an address: write it as an IRI." .

# ── Prices ────────────────────────────────────────────────────────────────────────────────────────────────────

shape:price a sh:NodeShape ; sh:targetClass mpli:PriceComponent ; sh:targetObjectsOf mpli:price ;
  sh:property shape:price-amount, shape:price-per .
shape:price-amount a sh:PropertyShape ; sh:path schema:price ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:minInclusive 0.0 ;
  sh:message "A price component has one amount, a decimal number from 0: write 0.41, and in Turtle 5.0 rather than 5." .
shape:price-per a sh:PropertyShape ; sh:path mpli:per ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:in ( mpli:minute mpli:hour mpli:day mpli:month mpli:year mpli:once mpli:unit ) ;
  sh:message "A price component says what it is paid per: write minute, hour, day, month, year, once or unit." .
# Paid per unit, so the unit must be said: looked up from the term, so that other components cost nothing.
shape:price-per-unit a sh:NodeShape ; sh:targetNode mpli:unit ; sh:property [ sh:path [ sh:inversePath mpli:per ] ; sh:property shape:price-unit ] .
shape:price-unit a sh:PropertyShape ; sh:path mpli:unit ;
  sh:minCount 1 ;
  sh:message "A price per unit says which: add unit with a reference quantity, such as GBy.mo." .
shape:unit-per a sh:PropertyShape ; sh:targetSubjectsOf mpli:unit ; sh:path mpli:per ;
  sh:in ( mpli:unit ) ;
  sh:message "A unit belongs to a price per unit only: write per as unit, or leave unit out." .
shape:unit a sh:PropertyShape ; sh:targetSubjectsOf mpli:unit ; sh:path mpli:unit ;
  sh:datatype xsd:string ; sh:minLength 1 ; sh:maxCount 1 ;
  sh:message "A unit is one text: write a reference quantity, such as GBy.mo or 10000 {request}." .
shape:currency a sh:PropertyShape ; sh:targetSubjectsOf schema:priceCurrency ; sh:path schema:priceCurrency ;
  sh:datatype xsd:string ; sh:pattern "^[A-Z][A-Z][A-Z]$" ; sh:maxCount 1 ;
  sh:message "A currency is one code of ISO 4217 in capitals: write, for example, EUR." .
shape:vat-included a sh:PropertyShape ; sh:targetSubjectsOf schema:valueAddedTaxIncluded ; sh:path schema:valueAddedTaxIncluded ;
  sh:datatype xsd:boolean ; sh:maxCount 1 ;
  sh:message "Whether value added tax is included is true or false: write it without quotes." .
shape:applies-in a sh:PropertyShape ; sh:targetSubjectsOf mpli:appliesIn ; sh:path mpli:appliesIn ;
  sh:nodeKind sh:IRI ;
  sh:message "A price holds in regions named by their addresses: write the id of a region of the manifest." .
shape:operating-system a sh:PropertyShape ; sh:targetSubjectsOf mpli:operatingSystem ; sh:path mpli:operatingSystem ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "An operating system is text: write, for example, linux." .
shape:tier a sh:PropertyShape ; sh:targetSubjectsOf mpli:tier ; sh:path mpli:tier ;
  sh:maxCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ;
  sh:message "A price component has one tier: write a component for each tier, with from and to." .

shape:price-tier a sh:NodeShape ; sh:targetClass mpli:PriceTier ; sh:targetObjectsOf mpli:tier ;
  sh:property shape:tier-from, shape:tier-to .
shape:tier-from a sh:PropertyShape ; sh:path schema:minValue ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:minInclusive 0.0 ;
  sh:message "A tier begins at one decimal number from 0: give it from." .
shape:tier-to a sh:PropertyShape ; sh:path schema:maxValue ;
  sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:minInclusive 0.0 ;
  sh:message "A tier ends at one decimal number: give it to, or leave it out where there is no end." .

# ── Prerequisites, delivery, portability ──────────────────────────────────────────────────────────────────────

shape:prerequisite a sh:NodeShape ; sh:targetClass mpli:Prerequisite ; sh:targetObjectsOf mpli:prerequisite ;
  sh:property shape:prerequisite-condition, shape:prerequisite-ask, shape:prerequisite-query, shape:prerequisite-terms, shape:prerequisite-page .
shape:prerequisite-condition a sh:PropertyShape ; sh:path [ sh:alternativePath ( mpli:ask mpli:customerIn mpli:terms ) ] ;
  sh:minCount 1 ;
  sh:message "A prerequisite asks something of the customer: write ask, customerIn or terms." .
shape:prerequisite-terms a sh:PropertyShape ; sh:path mpli:terms ;
  sh:maxCount 1 ;
  sh:message "A prerequisite has one document of terms: write a prerequisite for each that must be accepted." .
shape:customer-in a sh:PropertyShape ; sh:targetSubjectsOf mpli:customerIn ; sh:path mpli:customerIn ;
  sh:nodeKind sh:IRI ; sh:pattern "^https://w3id[.]org/mpli/place/[A-Za-z]+$" ;
  sh:message "A customer is in a country, a union or a continent: write its code, such as NL or EU." .
shape:prerequisite-ask a sh:PropertyShape ; sh:path mpli:ask ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:pattern "^[a-z0-9][a-z0-9-]*$" ;
  sh:message "A prerequisite asks for one thing, named by a token: write ask, for example legal-person." .
shape:prerequisite-query a sh:PropertyShape ; sh:path mpli:dcqlQuery ;
  sh:maxCount 1 ; sh:datatype <http://www.w3.org/1999/02/22-rdf-syntax-ns#JSON> ;
  sh:message "A prerequisite has one query for credentials: write dcqlQuery as an object of JSON." .
shape:prerequisite-page a sh:PropertyShape ; sh:path schema:url ;
  sh:nodeKind sh:IRI ;
  sh:message "A page about a prerequisite is an address: write it as an IRI." .

shape:delivery a sh:NodeShape ; sh:targetClass mpli:DeliveryBinding ; sh:targetObjectsOf mpli:delivery ;
  sh:property shape:delivery-by, shape:delivery-binding, shape:delivery-parameter .
shape:delivery-by a sh:PropertyShape ; sh:path mpli:by ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:in ( "opentofu" "terraform" "ansible" "command" "webhook" "mpli" ) ;
  sh:message "A delivery binding names one tool: write by as opentofu, terraform, ansible, command, webhook, or mpli where it is ordered from others." .
shape:delivery-binding a sh:PropertyShape ; sh:path mpli:binding ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:pattern "^[a-z0-9][a-z0-9._:-]{0,99}$" ;
  sh:message "A binding has one name, of lower-case letters, digits, dots, colons and hyphens: write, for example, ansible:volume." .
shape:delivery-parameter a sh:PropertyShape ; sh:path mpli:parameter ;
  sh:maxCount 100 ;
  sh:message "A delivery binding has up to 100 parameters: group what belongs together, or leave some to the provider." .
shape:parameter a sh:NodeShape ; sh:targetClass mpli:Parameter ; sh:targetObjectsOf mpli:parameter ;
  sh:property shape:parameter-name, shape:parameter-datatype, shape:parameter-required, shape:parameter-bound,
    shape:parameter-at-least, shape:parameter-at-most, shape:parameter-one-of, shape:parameter-matches, shape:parameter-default .
shape:parameter-name a sh:PropertyShape ; sh:path sh:name ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ; sh:pattern "^[A-Za-z][A-Za-z0-9_-]{0,63}$" ;
  sh:message "A parameter has one name, which orders write it under: write up to 64 letters, digits, hyphens and underscores, a letter first." .
shape:parameter-datatype a sh:PropertyShape ; sh:path sh:datatype ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:in ( xsd:string xsd:integer xsd:decimal xsd:boolean cdt:ucum ) ;
  sh:message "A parameter has one datatype: write string, integer, decimal, boolean or ucum." .
shape:parameter-required a sh:PropertyShape ; sh:path mpli:required ;
  sh:maxCount 1 ; sh:datatype xsd:boolean ;
  sh:message "Whether a parameter is required is true or false: write it without quotes." .
shape:parameter-bound a sh:PropertyShape ; sh:path [ sh:alternativePath ( sh:minInclusive sh:maxInclusive sh:defaultValue ) ] ;
  sh:nodeKind sh:Literal ;
  sh:message "A bound or a default of a parameter is a value: write a string, a number, true or false." .
shape:parameter-at-least a sh:PropertyShape ; sh:path sh:minInclusive ;
  sh:maxCount 1 ;
  sh:message "A parameter has one least value: write atLeast once." .
shape:parameter-at-most a sh:PropertyShape ; sh:path sh:maxInclusive ;
  sh:maxCount 1 ;
  sh:message "A parameter has one greatest value: write atMost once." .
shape:parameter-one-of a sh:PropertyShape ; sh:path sh:in ;
  sh:maxCount 1 ;
  sh:message "A parameter has one list of values to choose from: write isOneOf once, with all of them." .
shape:parameter-matches a sh:PropertyShape ; sh:path sh:pattern ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "A parameter has one pattern: write matches as one regular expression." .
shape:parameter-default a sh:PropertyShape ; sh:path sh:defaultValue ;
  sh:maxCount 1 ;
  sh:message "A parameter has one default: write default once." .
shape:parameters a sh:PropertyShape ; sh:targetSubjectsOf mpli:parameters ; sh:path mpli:parameters ;
  sh:nodeKind sh:IRI ;
  sh:message "Parameters are described at an address: write the IRI of a shape or schema." .
shape:portability a sh:PropertyShape ; sh:targetSubjectsOf mpli:portability ; sh:path mpli:portability ;
  sh:nodeKind sh:BlankNodeOrIRI ;
  sh:message "Portability is a node: write it with export, import or terms." .

# ── Service levels ────────────────────────────────────────────────────────────────────────────────────────────

shape:offered-level a sh:NodeShape ; sh:targetObjectsOf mpli:serviceLevel ;
  sh:nodeKind sh:BlankNode ;
  sh:message "A service level belongs to one offer: write it inside of the offer, without an id." ;
  sh:property shape:offered-objective, shape:offered-monitor, shape:offered-terms .
shape:service-level-once a sh:PropertyShape ; sh:targetSubjectsOf mpli:serviceLevel ; sh:path mpli:serviceLevel ;
  sh:maxCount 1 ;
  sh:message "An offer has one service level: write all objectives in one serviceLevel." .
shape:offered-objective a sh:PropertyShape ; sh:path mpli:objective ;
  sh:minCount 1 ; sh:maxCount 20 ; sh:nodeKind sh:BlankNode ;
  sh:message "A service level has 1 to 20 objectives: write each inside of it, without an id." .
shape:offered-monitor a sh:PropertyShape ; sh:path mpli:monitor ;
  sh:maxCount 20 ; sh:nodeKind sh:IRI ; sh:pattern "^did:[a-z0-9]+:." ;
  sh:message "A monitor is named by its DID: write up to 20 of them." .
shape:offered-terms a sh:PropertyShape ; sh:path mpli:terms ;
  sh:maxCount 1 ; sh:nodeKind sh:IRI ;
  sh:message "Terms of a service level are at one address: write it as an IRI." .
shape:objective-offered a sh:NodeShape ; sh:targetObjectsOf mpli:objective ;
  sh:property shape:offered-objective-name, shape:offered-objective-metric, shape:offered-objective-comparator, shape:offered-objective-target,
    shape:offered-objective-window, shape:offered-objective-percentile, shape:offered-objective-remedy .
shape:offered-objective-name a sh:PropertyShape ; sh:path schema:name ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^[a-z][a-z0-9-]{0,63}$" ;
  sh:message "An objective has a name, which measurements refer to: write up to 64 lower-case letters, digits and hyphens, a letter first." .
shape:offered-objective-metric a sh:PropertyShape ; sh:path mpli:metric ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ;
  sh:message "An objective is about one metric: write a name that the context has, such as availability, or a whole IRI." .
shape:offered-objective-comparator a sh:PropertyShape ; sh:path mpli:comparator ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:in ( sh:minInclusive sh:maxInclusive sh:minExclusive sh:maxExclusive ) ;
  sh:message "An objective has one comparator: write atLeast, atMost, moreThan or lessThan." .
shape:offered-objective-target a sh:PropertyShape ; sh:path mpli:target ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype cdt:ucum ; sh:pattern "^[0-9]+([.][0-9]+)? [^ ]+$" ;
  sh:message "A target is a number, a space and a unit: write, for example, 99.95 % or 120 ms." .
shape:offered-objective-window a sh:PropertyShape ; sh:path mpli:window ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:duration ; sh:pattern "^P([0-9]{1,3}[YMD]|T[0-9]{1,6}[HMS])$" ;
  sh:message "An objective holds over one time: write window as a duration of one unit, such as P1M or PT15M." .
shape:offered-objective-percentile a sh:PropertyShape ; sh:path mpli:percentile ;
  sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:minExclusive 0.0 ; sh:maxInclusive 100.0 ;
  sh:message "A percentile is a decimal number above 0 and up to 100: write, for example, 95 in quotes." .
shape:offered-objective-remedy a sh:PropertyShape ; sh:path mpli:remedy ;
  sh:maxCount 20 ; sh:nodeKind sh:BlankNode ;
  sh:message "Remedies belong to one objective: write up to 20 inside of it." .
shape:remedy-offered a sh:NodeShape ; sh:targetObjectsOf mpli:remedy ;
  sh:property shape:offered-remedy-missed-by, shape:offered-remedy-credit .
shape:offered-remedy-missed-by a sh:PropertyShape ; sh:path mpli:missedBy ;
  sh:maxCount 1 ; sh:datatype cdt:ucum ; sh:pattern "^[0-9]+([.][0-9]+)? [^ ]+$" ;
  sh:message "How far an objective is missed is a number, a space and a unit: write, for example, 0.1 %." .
shape:offered-remedy-credit a sh:PropertyShape ; sh:path mpli:serviceCredit ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype cdt:ucum ; sh:pattern "^[0-9]+([.][0-9]+)? %$" ;
  sh:message "A service credit is a share of the charges: write, for example, 10 %." .
shape:export-format a sh:PropertyShape ; sh:targetSubjectsOf mpli:exportFormat ; sh:path mpli:exportFormat ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "An export format is text: write its name and version, such as pg_dump-custom/16." .
shape:import-format a sh:PropertyShape ; sh:targetSubjectsOf mpli:importFormat ; sh:path mpli:importFormat ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "An import format is text: write its name and version, such as pg_dump-custom/16." .
shape:terms a sh:PropertyShape ; sh:targetSubjectsOf mpli:terms ; sh:path mpli:terms ;
  sh:nodeKind sh:IRI ;
  sh:message "Terms are at an address: write it as an IRI." .
`,
  demand: `# The shape of a demand: what is refused before its requirements are read, and how to mend it.
@prefix shape: <https://w3id.org/mpli/shapes#> .
@prefix mpli: <https://w3id.org/mpli/ns#> .
@prefix schema: <http://schema.org/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix cdt: <https://w3id.org/cdt/> .

shape:demand a sh:NodeShape ; sh:targetClass mpli:Demand ;
  sh:property shape:demand-component, shape:demand-currency, shape:customer, shape:prefer, shape:near .
shape:demand-component a sh:PropertyShape ; sh:path mpli:component ;
  sh:minCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ;
  sh:message "A demand has components: list at least one, each with a class." .
shape:demand-currency a sh:PropertyShape ; sh:path schema:priceCurrency ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:pattern "^[A-Z][A-Z][A-Z]$" ;
  sh:message "A demand reckons in one currency: write one code of ISO 4217 in capitals, such as EUR." .

# ── Customer ──────────────────────────────────────────────────────────────────────────────────────────────────

shape:customer a sh:PropertyShape ; sh:path mpli:customer ;
  sh:maxCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ;
  sh:message "A demand speaks for one customer: write a node such as country NL." .
shape:customer-country a sh:PropertyShape ; sh:targetObjectsOf mpli:customer ; sh:path mpli:country ;
  sh:maxCount 1 ; sh:nodeKind sh:IRI ; sh:pattern "^https://w3id[.]org/mpli/place/[A-Z][A-Z]$" ;
  sh:message "A customer is in one country, named by its two-letter code of ISO 3166-1: write, for example, NL." .
shape:presents a sh:PropertyShape ; sh:targetSubjectsOf mpli:presents ; sh:path mpli:presents ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "What a customer presents is named by tokens: write, for example, legal-person." .
shape:presentation a sh:PropertyShape ; sh:targetSubjectsOf mpli:presentation ; sh:path mpli:presentation ;
  sh:maxCount 1 ; sh:nodeKind sh:IRI ; sh:pattern "^data:[^,]+,." ;
  sh:message "A demand comes with one presentation: write the data URL that is the id of its envelope." .
shape:presentation-request a sh:PropertyShape ; sh:targetSubjectsOf mpli:presentationRequest ; sh:path mpli:presentationRequest ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "A presentation answers one request: write the id of the request as text." .
shape:accepts a sh:PropertyShape ; sh:targetSubjectsOf mpli:accepts ; sh:path mpli:accepts ;
  sh:nodeKind sh:IRI ;
  sh:message "Terms that a customer accepts are at an address: write it as an IRI." .

# ── Preferences ───────────────────────────────────────────────────────────────────────────────────────────────

shape:prefer a sh:PropertyShape ; sh:path mpli:prefer ;
  sh:maxCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ;
  sh:message "Preferences are one list, the most important first: write, for example, cheapest and nearest in brackets." .
shape:preference a sh:PropertyShape ; sh:targetSubjectsOf mpli:prefer ;
  sh:path ( mpli:prefer [ sh:zeroOrMorePath rdf:rest ] rdf:first ) ;
  sh:or ( [ sh:in ( "cheapest" "nearest" "greenest" "fewestProviders" ) ] [ sh:path mpli:criterion ; sh:minCount 1 ] ) ;
  sh:message "A preference is for one thing: write cheapest, nearest, greenest or fewestProviders, or a node with it as criterion." .
shape:criterion a sh:PropertyShape ; sh:targetSubjectsOf mpli:criterion ; sh:path mpli:criterion ;
  sh:maxCount 1 ; sh:in ( "cheapest" "nearest" "greenest" "fewestProviders" ) ;
  sh:message "A preference is for one thing: write criterion as cheapest, nearest, greenest or fewestProviders." .
shape:preference-weight a sh:PropertyShape ; sh:targetSubjectsOf mpli:criterion ; sh:path mpli:weight ;
  sh:maxInclusive 1000.0 ; sh:pattern "^[+]?[0-9]*([.][0-9]{0,3}0*)?$" ;
  sh:message "A preference weighs at most 1000, in thousandths: write, for example, 2 or 0.125." .
shape:weighted-preferences a sh:NodeShape ; sh:targetSubjectsOf mpli:prefer ;
  sh:or (
    [ sh:path ( mpli:prefer [ sh:zeroOrMorePath rdf:rest ] rdf:first mpli:weight ) ; sh:maxCount 0 ]
    [ sh:path ( mpli:prefer [ sh:zeroOrMorePath rdf:rest ] rdf:first ) ; sh:property [ sh:path mpli:weight ; sh:minCount 1 ] ]
  ) ;
  sh:message "Either every preference has a weight or none has: give weight to all of them, or leave it out and let their order count." .
shape:near a sh:PropertyShape ; sh:path mpli:near ;
  sh:maxCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ;
  sh:message "A demand is near one point: write a node with latitude and longitude." .
shape:near-needed a sh:NodeShape ; sh:targetSubjectsOf mpli:prefer ;
  sh:or (
    [ sh:path mpli:near ; sh:minCount 1 ]
    [ sh:path ( mpli:prefer [ sh:zeroOrMorePath rdf:rest ] rdf:first [ sh:zeroOrOnePath mpli:criterion ] ) ;
      sh:not [ sh:in ( "nearest" ) ] ]
  ) ;
  sh:message "What is nearest depends on where from: add near with latitude and longitude, or leave nearest out." .
shape:near-latitude a sh:PropertyShape ; sh:targetObjectsOf mpli:near ; sh:path schema:latitude ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:minInclusive -90.0 ; sh:maxInclusive 90.0 ;
  sh:message "A latitude is one decimal number of degrees from -90 to 90: write, for example, 52.37." .
shape:near-longitude a sh:PropertyShape ; sh:targetObjectsOf mpli:near ; sh:path schema:longitude ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:minInclusive -180.0 ; sh:maxInclusive 180.0 ;
  sh:message "A longitude is one decimal number of degrees from -180 to 180: write, for example, 4.9." .

# ── Components ────────────────────────────────────────────────────────────────────────────────────────────────

shape:component a sh:NodeShape ; sh:targetClass mpli:Component ; sh:targetObjectsOf mpli:component ;
  sh:property shape:component-class, shape:component-name, shape:component-count, shape:component-usage .
shape:component-class a sh:PropertyShape ; sh:path mpli:serviceClass ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ;
  sh:message "A component asks for one class of service: give class a service class such as RelationalDatabase." .
shape:component-name a sh:PropertyShape ; sh:path schema:name ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "A component has one name: write it as a string." .
shape:component-count a sh:PropertyShape ; sh:path mpli:count ;
  sh:maxCount 1 ; sh:datatype xsd:integer ; sh:minInclusive 1 ; sh:maxInclusive 1000000 ;
  sh:message "A count is one whole number from 1 to 1000000: write how many of the component are needed." .
shape:component-usage a sh:PropertyShape ; sh:path mpli:usage ;
  sh:maxCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ;
  sh:message "A component has one usage: write a node such as hoursPerMonth 730." .
shape:hours-per-month a sh:PropertyShape ; sh:targetSubjectsOf mpli:hoursPerMonth ; sh:path mpli:hoursPerMonth ;
  sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:minExclusive 0.0 ; sh:maxInclusive 744.0 ;
  sh:message "Hours a month are one decimal number above 0, at most 744: write, for example, 730." .
shape:requests-per-month a sh:PropertyShape ; sh:targetSubjectsOf mpli:requestsPerMonth ; sh:path mpli:requestsPerMonth ;
  sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:minExclusive 0.0 ; sh:maxInclusive 1000000000000000.0 ;
  sh:message "Requests a month are one decimal number above 0: write, for example, 1000000." .
shape:usage-storage a sh:PropertyShape ; sh:targetObjectsOf mpli:usage ; sh:path mpli:storage ;
  sh:maxCount 1 ; sh:datatype cdt:ucum ;
  sh:pattern "^([0-9]*[1-9][0-9]*([.][0-9]+)?|0+[.][0-9]*[1-9][0-9]*)([eE][+-]?[0-9]+)? ([kMGTP]|[KMGTP]i)?(By|bit)$" ;
  sh:message "The storage used is one amount of data above 0: write a number, a space and a unit, such as 500 GBy." .
shape:usage-outbound-traffic a sh:PropertyShape ; sh:targetObjectsOf mpli:usage ; sh:path mpli:outboundTraffic ;
  sh:maxCount 1 ; sh:datatype cdt:ucum ;
  sh:pattern "^([0-9]*[1-9][0-9]*([.][0-9]+)?|0+[.][0-9]*[1-9][0-9]*)([eE][+-]?[0-9]+)? ([kMGTP]|[KMGTP]i)?(By|bit)/(s|h|d|mo|a)$" ;
  sh:message "The outbound traffic used is one amount of data above 0 for a time: write, for example, 2 TBy/mo." .

# ── Requirements: what stands outermost, under not, and in anyOf or allOf ─────────────────────────────────────

shape:requirement a sh:NodeShape ; sh:targetClass mpli:Requirement ;
  sh:targetObjectsOf mpli:must, mpli:should, sh:not ;
  sh:property shape:requirement-on, shape:requirement-bound .
shape:requirement-on a sh:PropertyShape ; sh:path [ sh:alternativePath ( sh:path sh:or sh:and sh:not ) ] ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ;
  sh:message "A requirement is on one property: write on with its name, such as memory, or one of path, anyOf, allOf and not in its place." .
shape:requirement-bound a sh:PropertyShape ; sh:path [ sh:alternativePath (
    sh:hasValue sh:in sh:minInclusive sh:maxInclusive sh:minExclusive sh:maxExclusive sh:pattern mpli:within
    sh:datatype sh:class sh:qualifiedValueShape sh:or sh:and sh:not
  ) ] ;
  sh:minCount 1 ;
  sh:message "A requirement bounds its property: add is, isOneOf, atLeast, atMost, moreThan, lessThan, within, matches, datatype or kind, or having with bounds." .
shape:joined a sh:NodeShape ; sh:targetSubjectsOf sh:or, sh:and ;
  sh:property shape:joined-list, [
    sh:path ( [ sh:alternativePath ( sh:or sh:and ) ] [ sh:zeroOrMorePath rdf:rest ] rdf:first ) ;
    sh:property shape:requirement-on, shape:requirement-bound
  ] .
shape:joined-list a sh:PropertyShape ; sh:path [ sh:alternativePath ( sh:or sh:and ) ] ;
  sh:nodeKind sh:BlankNode ;
  sh:message "The requirements of anyOf or allOf are a list: write at least one in brackets." .
shape:joined-alone a sh:PropertyShape ; sh:targetSubjectsOf sh:or, sh:and, sh:not ; sh:path [ sh:alternativePath (
    sh:hasValue sh:in sh:minInclusive sh:maxInclusive sh:minExclusive sh:maxExclusive sh:pattern mpli:within
    sh:datatype sh:class sh:qualifiedValueShape sh:qualifiedMinCount mpli:minimumEvidence mpli:absent mpli:per
  ) ] ;
  sh:maxCount 0 ;
  sh:message "Nothing but a weight stands beside anyOf, allOf or not: write bounds and settings in the requirements inside." .
shape:nested-weight a sh:PropertyShape ; sh:targetSubjectsOf sh:or, sh:and, sh:not ;
  sh:path ( [ sh:alternativePath ( sh:or sh:and sh:not ) ] [ sh:zeroOrMorePath rdf:rest ] [ sh:zeroOrOnePath rdf:first ] mpli:weight ) ;
  sh:maxCount 0 ;
  sh:message "Only the outermost requirement has a weight: move weight out of anyOf, allOf or not." .
shape:path a sh:PropertyShape ; sh:targetSubjectsOf sh:path ;
  sh:path ( sh:path [ sh:zeroOrMorePath rdf:rest ] rdf:first ) ;
  sh:maxCount 2 ; sh:or ( [ sh:nodeKind sh:IRI ] [ sh:path sh:zeroOrMorePath ; sh:hasValue mpli:within ] ) ;
  sh:message "A path has at most two steps: write a property of offers and one of the node that it leads to, or zeroOrMore within." .

# ── Requirements: bounds and settings ─────────────────────────────────────────────────────────────────────────

shape:matches a sh:PropertyShape ; sh:targetSubjectsOf sh:pattern ; sh:path sh:pattern ;
  sh:datatype xsd:string ; sh:minLength 1 ; sh:maxCount 1 ;
  sh:message "A pattern is one text: write a regular expression as a string." .
shape:within a sh:PropertyShape ; sh:targetSubjectsOf mpli:within ; sh:path mpli:within ;
  sh:nodeKind sh:IRI ;
  sh:message "A place is named by an IRI: write a code such as NL or EU, or the address of a region." .
shape:datatype a sh:PropertyShape ; sh:targetSubjectsOf sh:datatype ; sh:path sh:datatype ;
  sh:maxCount 1 ; sh:nodeKind sh:IRI ;
  sh:message "A datatype is named by one IRI: write string, integer, decimal, boolean, ucum or another." .
shape:kind a sh:PropertyShape ; sh:targetSubjectsOf sh:class ; sh:path sh:class ;
  sh:maxCount 1 ; sh:nodeKind sh:IRI ;
  sh:message "A kind is one class, named by its IRI: write, for example, Region." .
shape:having a sh:NodeShape ; sh:targetObjectsOf sh:qualifiedValueShape ;
  sh:property shape:having-bound .
shape:having-bound a sh:PropertyShape ; sh:path [ sh:alternativePath (
    sh:hasValue sh:in sh:minInclusive sh:maxInclusive sh:minExclusive sh:maxExclusive sh:pattern mpli:within
    sh:datatype sh:class
  ) ] ;
  sh:minCount 1 ;
  sh:message "What values are to be having is a node of bounds: write, for example, within EU." .
shape:having-count a sh:PropertyShape ; sh:targetSubjectsOf sh:qualifiedValueShape ; sh:path sh:qualifiedMinCount ;
  sh:minCount 1 ;
  sh:message "Bounds in having are met by a number of values: add atLeastCount, or write the bounds beside on." .
shape:having-alone a sh:PropertyShape ; sh:targetSubjectsOf sh:qualifiedValueShape ; sh:path [ sh:alternativePath (
    sh:hasValue sh:in sh:minInclusive sh:maxInclusive sh:minExclusive sh:maxExclusive sh:pattern mpli:within
    sh:datatype sh:class
  ) ] ;
  sh:maxCount 0 ;
  sh:message "No bound stands beside having: write all of them in it." .
shape:at-least-count a sh:PropertyShape ; sh:targetSubjectsOf sh:qualifiedMinCount ; sh:path sh:qualifiedMinCount ;
  sh:maxCount 1 ; sh:datatype xsd:integer ; sh:minInclusive 1 ; sh:maxInclusive 1000 ;
  sh:message "A count of values is one whole number from 1 to 1000: write, for example, 2." .
shape:counted a sh:PropertyShape ; sh:targetSubjectsOf sh:qualifiedMinCount ; sh:path sh:qualifiedValueShape ;
  sh:minCount 1 ; sh:maxCount 1 ;
  sh:message "A count of values says of which: write the bounds in one having." .
shape:weight a sh:PropertyShape ; sh:targetSubjectsOf mpli:weight ; sh:path mpli:weight ;
  sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:minExclusive 0.0 ; sh:maxInclusive 1000000.0 ;
  sh:pattern "^[+]?[0-9]*([.][0-9]{0,6}0*)?$" ;
  sh:message "A weight is one decimal number above 0, at most 1000000, in millionths: write, for example, 2 or 0.5." .
shape:must-weight a sh:PropertyShape ; sh:targetObjectsOf mpli:must ; sh:path mpli:weight ;
  sh:maxCount 0 ;
  sh:message "A must has no weight, since nothing outweighs it: leave weight out, or move the requirement to should." .
shape:evidence a sh:PropertyShape ; sh:targetSubjectsOf mpli:minimumEvidence ; sh:path mpli:minimumEvidence ;
  sh:maxCount 1 ;
  sh:or (
    [ sh:in ( "asserted" "declared" "attested" "certified" "accredited" ) ]
    [ sh:path [ sh:alternativePath ( mpli:party mpli:anchor mpli:notOlderThan ) ] ; sh:minCount 1 ]
  ) ;
  sh:message "Evidence is of one kind: write asserted, declared, attested, certified or accredited, or a node with party, anchor or notOlderThan." .
shape:party a sh:PropertyShape ; sh:targetSubjectsOf mpli:party ; sh:path mpli:party ;
  sh:maxCount 1 ; sh:in ( "asserted" "declared" "attested" "certified" "accredited" ) ;
  sh:message "One party stands for a fact at least: write asserted, declared, attested, certified or accredited." .
shape:anchor a sh:PropertyShape ; sh:targetSubjectsOf mpli:anchor ; sh:path mpli:anchor ;
  sh:maxCount 1 ; sh:minLength 1 ; sh:maxLength 200 ;
  sh:message "Evidence leads to one trust anchor: write its name, such as eidas, or its IRI." .
shape:not-older-than a sh:PropertyShape ; sh:targetSubjectsOf mpli:notOlderThan ; sh:path mpli:notOlderThan ;
  sh:maxCount 1 ; sh:datatype cdt:ucum ;
  sh:pattern "^([0-9]*[1-9][0-9]*([.][0-9]+)?|0+[.][0-9]*[1-9][0-9]*)([eE][+-]?[0-9]+)? ([munk]?s|min|h|d|wk|mo|a)$" ;
  sh:message "An age is one length of time above 0: write a number, a space and a unit, such as 90 d." .
shape:absent a sh:PropertyShape ; sh:targetSubjectsOf mpli:absent ; sh:path mpli:absent ;
  sh:maxCount 1 ; sh:in ( "unknown" "violated" ) ;
  sh:message "An absent fact is read in one way: write unknown or violated." .
shape:per a sh:PropertyShape ; sh:targetSubjectsOf mpli:per ; sh:path mpli:per ;
  sh:maxCount 1 ; sh:in ( mpli:minute mpli:hour mpli:day mpli:month mpli:year ) ;
  sh:message "A bound on a price or a budget is for one period: write per as minute, hour, day, month or year." .

# ── Joint requirements ────────────────────────────────────────────────────────────────────────────────────────

shape:together a sh:NodeShape ; sh:targetClass mpli:JointRequirement ; sh:targetObjectsOf mpli:together ;
  sh:property shape:together-bound .
shape:together-bound a sh:PropertyShape ; sh:path [ sh:alternativePath (
    mpli:sameRegion mpli:sameProvider mpli:differentProvider mpli:closeTogether mpli:maxProviders mpli:budget
  ) ] ;
  sh:minCount 1 ;
  sh:message "A joint requirement bounds components together: write sameRegion, sameProvider, differentProvider, closeTogether, maxProviders or budget." .
shape:budget a sh:PropertyShape ; sh:targetSubjectsOf mpli:budget ; sh:path mpli:budget ;
  sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:minExclusive 0.0 ; sh:maxInclusive 1000000000000000.0 ;
  sh:message "A budget is one decimal number above 0: write it without a currency." .
shape:max-providers a sh:PropertyShape ; sh:targetSubjectsOf mpli:maxProviders ; sh:path mpli:maxProviders ;
  sh:maxCount 1 ; sh:datatype xsd:integer ; sh:minInclusive 1 ; sh:maxInclusive 1000 ;
  sh:message "The most providers are one whole number from 1 to 1000: write, for example, 2." .
shape:same-region a sh:PropertyShape ; sh:targetSubjectsOf mpli:sameRegion ; sh:path mpli:sameRegion ;
  sh:minCount 2 ; sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "Components that share a region are named by their names: write two or more as strings." .
shape:same-provider a sh:PropertyShape ; sh:targetSubjectsOf mpli:sameProvider ; sh:path mpli:sameProvider ;
  sh:minCount 2 ; sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "Components that share a provider are named by their names: write two or more as strings." .
shape:different-provider a sh:PropertyShape ; sh:targetSubjectsOf mpli:differentProvider ; sh:path mpli:differentProvider ;
  sh:minCount 2 ; sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "Components of different providers are named by their names: write two or more as strings." .
shape:close-together a sh:PropertyShape ; sh:targetSubjectsOf mpli:closeTogether ; sh:path mpli:closeTogether ;
  sh:minCount 2 ; sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "Components that are close together are named by their names: write two or more as strings." .
shape:close-together-latency a sh:PropertyShape ; sh:targetSubjectsOf mpli:closeTogether ; sh:path mpli:latency ;
  sh:minCount 1 ;
  sh:message "Components are close together within a latency: add latency, such as 5 ms." .
shape:latency a sh:PropertyShape ; sh:targetSubjectsOf mpli:latency ; sh:path mpli:latency ;
  sh:maxCount 1 ; sh:datatype cdt:ucum ;
  sh:pattern "^[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)? ([munk]?s|min|h|d|wk|mo|a)$" ;
  sh:message "A latency is one length of time: write a number, a space and a unit, such as 5 ms." .
shape:region-latency a sh:NodeShape ; sh:targetClass mpli:RegionLatency ; sh:targetObjectsOf mpli:latencyTable ;
  sh:property shape:between, shape:region-latency-latency .
shape:between a sh:PropertyShape ; sh:path mpli:between ;
  sh:minCount 2 ; sh:maxCount 2 ; sh:nodeKind sh:IRI ;
  sh:message "A latency is between two regions: write the addresses of both." .
shape:region-latency-latency a sh:PropertyShape ; sh:path mpli:latency ;
  sh:minCount 1 ;
  sh:message "A row of the table states a latency: add it, such as 3 ms." .
`,
  node: `# The shape of a node document: what a stranger must be able to rely on, and how to mend it.
@prefix shape: <https://w3id.org/mpli/shapes#> .
@prefix mpli: <https://w3id.org/mpli/ns#> .
@prefix schema: <http://schema.org/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix st: <https://w3id.org/mpli/statements/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix cdt: <https://w3id.org/cdt/> .

shape:node a sh:NodeShape ; sh:targetClass mpli:Node ;
  sh:property shape:node-version, shape:node-did, shape:node-role, shape:node-endpoint, shape:node-limits .
shape:node-version a sh:PropertyShape ; sh:path mpli:protocolVersion ;
  sh:minCount 1 ; sh:datatype xsd:string ; sh:pattern "^[0-9]+[.][0-9]+$" ;
  sh:message "A node names the protocol versions it speaks: list at least one, such as 0.1, in quotes." .
shape:node-did a sh:PropertyShape ; sh:path mpli:did ;
  sh:maxCount 1 ; sh:nodeKind sh:IRI ; sh:pattern "^did:[a-z0-9]+:." ;
  sh:message "A node is run by one party, named by its DID: write, for example, did:web:cloud.example." .
shape:node-role a sh:PropertyShape ; dct:source st:MPLI-PROT-004 ; sh:path mpli:role ;
  sh:minCount 1 ; sh:in ( "provider" "catalogue" "orchestrator" "verifier" ) ;
  sh:message "A node plays at least one role: list provider, catalogue, orchestrator or verifier." .
shape:node-endpoint a sh:PropertyShape ; sh:path mpli:endpoint ;
  sh:minCount 1 ; sh:nodeKind sh:IRI ;
  sh:message "A node lists the addresses of its interface: give endpoint a name and an IRI for each." .
shape:node-limits a sh:PropertyShape ; sh:path mpli:limits ;
  sh:maxCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ;
  sh:message "A node states its limits once: write limits as one map of names to numbers." .
shape:feature a sh:PropertyShape ; sh:targetSubjectsOf mpli:feature ; sh:path mpli:feature ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "A feature is named by a token: write it as a string." .
shape:media-type a sh:PropertyShape ; sh:targetSubjectsOf mpli:mediaType ; sh:path mpli:mediaType ;
  sh:datatype xsd:string ; sh:pattern "^[^ /]+/[^ /]+$" ;
  sh:message "A media type is text such as text/turtle: write it as a string." .
shape:endpoint-name a sh:PropertyShape ; sh:targetObjectsOf mpli:endpoint ; sh:path mpli:endpointName ;
  sh:minCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "An endpoint is listed under a name: write it as the key of the map." .
shape:offers-per-page a sh:PropertyShape ; sh:targetSubjectsOf mpli:offersPerPage ; sh:path mpli:offersPerPage ;
  sh:maxCount 1 ; sh:datatype xsd:integer ; sh:minInclusive 1 ;
  sh:message "A limit is one whole number from 1: write it without a unit or a fraction." .
shape:statements-per-page a sh:PropertyShape ; sh:targetSubjectsOf mpli:statementsPerPage ;
  sh:path mpli:statementsPerPage ; sh:maxCount 1 ; sh:datatype xsd:integer ; sh:minInclusive 1 ;
  sh:message "A limit is one whole number from 1: write it without a unit or a fraction." .
shape:manifest-bytes a sh:PropertyShape ; sh:targetSubjectsOf mpli:manifestBytes ; sh:path mpli:manifestBytes ;
  sh:maxCount 1 ; sh:datatype xsd:integer ; sh:minInclusive 1 ;
  sh:message "A limit is one whole number from 1: write it without a unit or a fraction." .
shape:demand-bytes a sh:PropertyShape ; sh:targetSubjectsOf mpli:demandBytes ; sh:path mpli:demandBytes ;
  sh:maxCount 1 ; sh:datatype xsd:integer ; sh:minInclusive 1 ;
  sh:message "A limit is one whole number from 1: write it without a unit or a fraction." .
shape:providers a sh:PropertyShape ; sh:targetSubjectsOf mpli:providers ; sh:path mpli:providers ;
  sh:maxCount 1 ; sh:datatype xsd:integer ; sh:minInclusive 1 ;
  sh:message "A limit is one whole number from 1: write it without a unit or a fraction." .
`,
  credentials: `# The shapes of this project's own credentials, for their claims as statements: what a reader must find in each type.
@prefix shape: <https://w3id.org/mpli/shapes#> .
@prefix mpli: <https://w3id.org/mpli/ns#> .
@prefix cred: <https://www.w3.org/2018/credentials#> .
@prefix schema: <http://schema.org/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix cdt: <https://w3id.org/cdt/> .

# ── Certifications ───────────────────────────────────────────────────────────────────────────────────────────

shape:certification-credential a sh:NodeShape ; sh:targetClass mpli:CertificationCredential ;
  sh:property shape:certification-credential-subject .
shape:certification-credential-subject a sh:PropertyShape ; sh:path cred:credentialSubject ;
  sh:minCount 1 ; sh:nodeKind sh:IRI ; sh:property shape:certification-credential-claim ;
  sh:message "A credential of this type is about somebody or something with a name: give credentialSubject an id." .
shape:certification-credential-claim a sh:PropertyShape ; sh:path mpli:certification ;
  sh:minCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ;
  sh:message "A certification credential says what its subject is certified for: give certification a node with scheme." .
shape:certified a sh:NodeShape ; sh:targetObjectsOf mpli:certification ;
  sh:property shape:certified-scheme, shape:certified-scheme-version, shape:certificate-number,
    shape:certification-scope, shape:certified-service, shape:certified-site, shape:certification-body,
    shape:certified-under, shape:surveillance-date .
shape:certified-scheme a sh:PropertyShape ; sh:path mpli:scheme ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ;
  sh:message "A certification names one scheme: write a name that the context has, such as ISO27001, or a whole IRI." .
shape:certified-scheme-version a sh:PropertyShape ; sh:path mpli:schemeVersion ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "A scheme has one version here, as text: write, for example, 2022 in quotes." .
shape:certificate-number a sh:PropertyShape ; sh:path mpli:certificateNumber ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "A certificate has one number, as text: write it in quotes." .
shape:certification-scope a sh:PropertyShape ; sh:path mpli:certificationScope ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "A scope is one text: write it in the words of the certificate." .
shape:certified-service a sh:PropertyShape ; sh:path mpli:certifiedService ;
  sh:nodeKind sh:IRI ;
  sh:message "A certified service is named by its address: write the id of an offer." .
shape:certified-site a sh:PropertyShape ; sh:path mpli:certifiedSite ;
  sh:nodeKind sh:IRI ;
  sh:message "A certified site is named by its address: write the id of a region." .
shape:certification-body a sh:PropertyShape ; sh:path mpli:certificationBody ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "A certification body has one name: write it as text." .
shape:certified-under a sh:PropertyShape ; sh:path mpli:accreditationCredential ;
  sh:maxCount 1 ; sh:nodeKind sh:IRI ;
  sh:message "An accreditation is named by the id of its credential: write an IRI." .
shape:surveillance-date a sh:PropertyShape ; sh:path mpli:surveillanceDate ;
  sh:maxCount 1 ; sh:datatype xsd:date ;
  sh:message "A surveillance is due on one day: write, for example, 2027-01-14." .

# ── Accreditations ───────────────────────────────────────────────────────────────────────────────────────────

shape:accreditation-credential a sh:NodeShape ; sh:targetClass mpli:AccreditationCredential ;
  sh:property shape:accreditation-credential-subject .
shape:accreditation-credential-subject a sh:PropertyShape ; sh:path cred:credentialSubject ;
  sh:minCount 1 ; sh:nodeKind sh:IRI ; sh:property shape:accreditation-credential-claim ;
  sh:message "A credential of this type is about somebody or something with a name: give credentialSubject an id." .
shape:accreditation-credential-claim a sh:PropertyShape ; sh:path mpli:accreditation ;
  sh:minCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ;
  sh:message "An accreditation credential says what its subject is accredited for: give accreditation a node with schemes." .
shape:accredited a sh:NodeShape ; sh:targetObjectsOf mpli:accreditation ;
  sh:property shape:accredited-scheme, shape:accreditation-standard, shape:accreditation-number,
    shape:accreditation-scope, shape:accreditation-body .
shape:accredited-scheme a sh:PropertyShape ; sh:path mpli:accreditedScheme ;
  sh:minCount 1 ; sh:nodeKind sh:IRI ;
  sh:message "An accreditation names the schemes that it covers: write names that the context has, such as ISO27001, or whole IRIs." .
shape:accreditation-standard a sh:PropertyShape ; sh:path mpli:accreditationStandard ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "An accreditation is for one standard, as text: write, for example, ISO/IEC 17021-1." .
shape:accreditation-number a sh:PropertyShape ; sh:path mpli:accreditationNumber ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "An accreditation has one number, as text: write it in quotes." .
shape:accreditation-scope a sh:PropertyShape ; sh:path mpli:accreditationScope ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "A scope is one text: write it in the words of the accreditation." .
shape:accreditation-body a sh:PropertyShape ; sh:path mpli:accreditationBody ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "An accreditation body has one name: write it as text." .

# ── Legal identities ─────────────────────────────────────────────────────────────────────────────────────────

shape:legal-identity-credential a sh:NodeShape ; sh:targetClass mpli:LegalIdentityCredential ;
  sh:property shape:legal-identity-credential-subject .
shape:legal-identity-credential-subject a sh:PropertyShape ; sh:path cred:credentialSubject ;
  sh:minCount 1 ; sh:nodeKind sh:IRI ; sh:property shape:legal-identity-credential-claim ;
  sh:message "A credential of this type is about somebody or something with a name: give credentialSubject an id." .
shape:legal-identity-credential-claim a sh:PropertyShape ; sh:path mpli:legalIdentity ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ;
  sh:message "A DID belongs to one organisation: give legalIdentity one node." .
shape:legal-identity a sh:NodeShape ; sh:targetObjectsOf mpli:legalIdentity ;
  sh:property shape:legal-name, shape:legal-country, shape:legal-number, shape:legal-euid, shape:legal-vat,
    shape:legal-lei, shape:legal-eori .
shape:legal-name a sh:PropertyShape ; sh:path schema:legalName ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "An organisation has one legal name: write it as it is registered." .
shape:legal-country a sh:PropertyShape ; sh:path mpli:country ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ; sh:pattern "^https://w3id[.]org/mpli/place/[A-Z][A-Z]$" ;
  sh:message "An organisation is established in one country: write its code, such as NL." .
shape:legal-number a sh:PropertyShape ; sh:path [ sh:alternativePath ( mpli:euid schema:vatID schema:leiCode mpli:eori ) ] ;
  sh:minCount 1 ;
  sh:message "An organisation is told from others by a number: write euid, vatId, lei or eori." .
shape:legal-euid a sh:PropertyShape ; sh:path mpli:euid ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:pattern "^[A-Z][A-Z][A-Z0-9]*[.][A-Z0-9]+(_[A-Z0-9])?$" ;
  sh:message "An EUID is a country, a register, a dot and a number: write, for example, DEB8534.HRB14000." .
shape:legal-vat a sh:PropertyShape ; sh:path schema:vatID ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:pattern "^[A-Z][A-Z][0-9A-Z+*]{2,13}$" ;
  sh:message "A VAT number begins with a country and has no spaces: write, for example, NL853746281B01." .
shape:legal-lei a sh:PropertyShape ; sh:path schema:leiCode ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:pattern "^[0-9A-Z]{18}[0-9][0-9]$" ;
  sh:message "A LEI has 20 letters and digits: write it without spaces." .
shape:legal-eori a sh:PropertyShape ; sh:path mpli:eori ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:pattern "^[A-Z][A-Z][0-9A-Z]{1,15}$" ;
  sh:message "An EORI number begins with a country and has no spaces: write, for example, NL853746281." .

# ── Service levels ───────────────────────────────────────────────────────────────────────────────────────────

shape:service-level-credential a sh:NodeShape ; sh:targetClass mpli:ServiceLevelCredential ;
  sh:property shape:service-level-credential-subject .
shape:service-level-credential-subject a sh:PropertyShape ; sh:path cred:credentialSubject ;
  sh:minCount 1 ; sh:nodeKind sh:IRI ; sh:property shape:service-level-credential-claim ;
  sh:message "A credential of this type is about somebody or something with a name: give credentialSubject an id." .
shape:service-level-credential-claim a sh:PropertyShape ; sh:path mpli:serviceLevel ;
  sh:minCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ;
  sh:message "A service level credential says what is promised: give serviceLevel a node with objectives." .
shape:service-level a sh:NodeShape ; sh:targetObjectsOf mpli:serviceLevel ;
  sh:property shape:service-level-provider, shape:service-level-customer, shape:service-level-order,
    shape:service-level-terms, shape:service-level-objective .
shape:service-level-provider a sh:PropertyShape ; sh:path mpli:provider ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ; sh:pattern "^did:[a-z0-9]+:." ;
  sh:message "One provider promises a service level: write its DID." .
shape:service-level-customer a sh:PropertyShape ; sh:path mpli:agreedWith ;
  sh:maxCount 1 ; sh:nodeKind sh:IRI ; sh:pattern "^did:[a-z0-9]+:." ;
  sh:message "A service level is agreed with one customer: write its DID, or leave it out of an offer to all." .
shape:service-level-order a sh:PropertyShape ; sh:path mpli:order ;
  sh:maxCount 1 ; sh:nodeKind sh:IRI ;
  sh:message "An order is named by its address: write its IRI." .
shape:service-level-terms a sh:PropertyShape ; sh:path mpli:terms ;
  sh:nodeKind sh:IRI ;
  sh:message "Terms are at an address: write it as an IRI." .
shape:service-level-objective a sh:PropertyShape ; sh:path mpli:objective ;
  sh:minCount 1 ; sh:nodeKind sh:IRI ;
  sh:message "A service level has objectives, which measurements refer to: write at least one, and give each an id." .
shape:objective a sh:NodeShape ; sh:targetObjectsOf mpli:objective ;
  sh:property shape:objective-metric, shape:objective-comparator, shape:objective-target,
    shape:objective-window, shape:objective-percentile .
shape:objective-metric a sh:PropertyShape ; sh:path mpli:metric ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ;
  sh:message "An objective is about one metric: write a name that the context has, such as availability, or a whole IRI." .
shape:objective-comparator a sh:PropertyShape ; sh:path mpli:comparator ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:in ( sh:minInclusive sh:maxInclusive sh:minExclusive sh:maxExclusive ) ;
  sh:message "An objective has one comparator: write atLeast, atMost, moreThan or lessThan." .
shape:objective-target a sh:PropertyShape ; sh:path mpli:target ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype cdt:ucum ; sh:pattern "^[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)? [^ ]+$" ;
  sh:message "A target is a number, a space and a unit: write, for example, 99.95 % or 120 ms." .
shape:objective-window a sh:PropertyShape ; sh:path mpli:window ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:duration ;
  sh:message "An objective holds over one time: write window as a duration, such as P1M." .
shape:objective-percentile a sh:PropertyShape ; sh:path mpli:percentile ;
  sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:minExclusive 0.0 ; sh:maxInclusive 100.0 ;
  sh:message "A percentile is a decimal number above 0 and up to 100: write, for example, 95 in quotes." .
# Looked up from the metric, so that objectives of other metrics cost nothing.
shape:share-metric a sh:NodeShape ; sh:targetNode mpli:availabilityMetric, mpli:durabilityMetric, mpli:packetLossMetric, mpli:errorRateMetric ;
  sh:property [ sh:path [ sh:inversePath mpli:metric ] ; sh:property shape:share-target ] .
shape:share-target a sh:PropertyShape ; sh:path mpli:target ;
  sh:pattern "^[0-9.]+ %$" ;
  sh:message "The target of this metric is a share: write it in per cent, such as 99.95 %." .
# Looked up from the metric, so that objectives of other metrics cost nothing.
shape:time-metric a sh:NodeShape ; sh:targetNode mpli:latencyMetric, mpli:roundTripTimeMetric, mpli:jitterMetric, mpli:recoveryTimeMetric, mpli:recoveryPointMetric, mpli:supportResponseMetric ;
  sh:property [ sh:path [ sh:inversePath mpli:metric ] ; sh:property shape:time-target ] .
shape:time-target a sh:PropertyShape ; sh:path mpli:target ;
  sh:pattern "^[0-9.eE+-]+ (ns|us|ms|s|min|h|d)$" ;
  sh:message "The target of this metric is a time: write it in ns, us, ms, s, min, h or d." .
shape:remedy a sh:NodeShape ; sh:targetObjectsOf mpli:remedy ;
  sh:property shape:remedy-objective, shape:remedy-missed-by, shape:remedy-credit .
shape:remedy-objective a sh:PropertyShape ; sh:path mpli:ofObjective ;
  sh:minCount 1 ; sh:nodeKind sh:IRI ;
  sh:message "A remedy belongs to objectives: write the id of at least one as objective." .
shape:remedy-missed-by a sh:PropertyShape ; sh:path mpli:missedBy ;
  sh:maxCount 1 ; sh:datatype cdt:ucum ; sh:pattern "^[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)? [^ ]+$" ;
  sh:message "How far an objective is missed is a number, a space and a unit: write, for example, 0.1 %." .
shape:remedy-credit a sh:PropertyShape ; sh:path mpli:serviceCredit ;
  sh:maxCount 1 ; sh:datatype cdt:ucum ; sh:pattern "^[0-9]+([.][0-9]+)? %$" ;
  sh:message "A service credit is a share of the charges: write, for example, 10 %." .

# ── Measurements of service levels ───────────────────────────────────────────────────────────────────────────

shape:measurement-credential a sh:NodeShape ; sh:targetClass mpli:ServiceLevelMeasurementCredential ;
  sh:property shape:measurement-credential-subject .
shape:measurement-credential-subject a sh:PropertyShape ; sh:path cred:credentialSubject ;
  sh:minCount 1 ; sh:nodeKind sh:IRI ; sh:property shape:measurement-credential-claim ;
  sh:message "A credential of this type is about somebody or something with a name: give credentialSubject an id." .
shape:measurement-credential-claim a sh:PropertyShape ; sh:path mpli:measurement ;
  sh:minCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ;
  sh:message "A measurement credential says what was measured: give measurement a node with objective and value." .
shape:measurement a sh:NodeShape ; sh:targetObjectsOf mpli:measurement ;
  sh:property shape:measurement-objective, shape:measurement-value, shape:measurement-from,
    shape:measurement-until, shape:measurement-samples, shape:measurement-met, shape:measurement-method .
shape:measurement-objective a sh:PropertyShape ; sh:path mpli:ofObjective ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ;
  sh:message "A measurement is held against one objective: write its id." .
shape:measurement-value a sh:PropertyShape ; sh:path mpli:measuredValue ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype cdt:ucum ; sh:pattern "^[0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)? [^ ]+$" ;
  sh:message "A measured value is a number, a space and a unit: write, for example, 99.97 %." .
shape:measurement-from a sh:PropertyShape ; sh:path mpli:measuredFrom ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:dateTime ; sh:pattern "(Z|[+-][0-9]{2}:[0-9]{2})$" ;
  sh:message "A measurement began at one time: write from with an offset, such as 2026-10-01T00:00:00Z." .
shape:measurement-until a sh:PropertyShape ; sh:path mpli:measuredUntil ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:dateTime ; sh:pattern "(Z|[+-][0-9]{2}:[0-9]{2})$" ;
  sh:message "A measurement ended at one time: write until with an offset, such as 2026-11-01T00:00:00Z." .
shape:measurement-samples a sh:PropertyShape ; sh:path mpli:sampleCount ;
  sh:maxCount 1 ; sh:datatype xsd:integer ; sh:minInclusive 1 ;
  sh:message "Samples are counted: write one whole number from 1." .
shape:measurement-met a sh:PropertyShape ; sh:path mpli:objectiveMet ;
  sh:maxCount 1 ; sh:datatype xsd:boolean ;
  sh:message "An objective was met or not: write true or false, without quotes." .
shape:measurement-method a sh:PropertyShape ; sh:path mpli:measurementMethod ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "A method is one text: write how it was measured." .

# ── Invoices ─────────────────────────────────────────────────────────────────────────────────────────────────

shape:billing-credential a sh:NodeShape ; sh:targetClass mpli:BillingCredential ;
  sh:property shape:billing-credential-subject .
shape:billing-credential-subject a sh:PropertyShape ; sh:path cred:credentialSubject ;
  sh:minCount 1 ; sh:nodeKind sh:IRI ; sh:property shape:billing-credential-claim ;
  sh:message "A credential of this type is about somebody or something with a name: give credentialSubject an id." .
shape:billing-credential-claim a sh:PropertyShape ; sh:path mpli:invoice ;
  sh:minCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ;
  sh:message "A billing credential is about an invoice: give invoice a node with invoiceNumber." .
shape:invoice a sh:NodeShape ; sh:targetObjectsOf mpli:invoice ;
  sh:property shape:invoice-number, shape:invoice-issue-date, shape:invoice-due-date, shape:invoice-seller,
    shape:invoice-buyer, shape:invoice-order, shape:invoice-currency, shape:invoice-from,
    shape:invoice-until, shape:invoice-total-without-vat, shape:invoice-total-vat,
    shape:invoice-total-with-vat, shape:invoice-amount-due, shape:invoice-document, shape:invoice-usage .
shape:invoice-number a sh:PropertyShape ; sh:path mpli:invoiceNumber ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "An invoice has one number: write invoiceNumber as text." .
shape:invoice-issue-date a sh:PropertyShape ; sh:path mpli:issueDate ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:date ;
  sh:message "An invoice is of one day: write issueDate, for example 2026-11-01." .
shape:invoice-due-date a sh:PropertyShape ; sh:path mpli:dueDate ;
  sh:maxCount 1 ; sh:datatype xsd:date ;
  sh:message "An invoice is due on one day: write, for example, 2026-11-30." .
shape:invoice-seller a sh:PropertyShape ; sh:path mpli:seller ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ; sh:pattern "^did:[a-z0-9]+:." ;
  sh:message "One organisation sells: write its DID as seller." .
shape:invoice-buyer a sh:PropertyShape ; sh:path mpli:buyer ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ; sh:pattern "^did:[a-z0-9]+:." ;
  sh:message "One organisation buys: write its DID as buyer." .
shape:invoice-order a sh:PropertyShape ; sh:path mpli:order ;
  sh:nodeKind sh:IRI ;
  sh:message "An order is named by its address: write its IRI." .
shape:invoice-currency a sh:PropertyShape ; sh:path schema:priceCurrency ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ; sh:pattern "^[A-Z][A-Z][A-Z]$" ;
  sh:message "An invoice is in one currency: write its code of ISO 4217 in capitals, such as EUR." .
shape:invoice-from a sh:PropertyShape ; sh:path mpli:billedFrom ;
  sh:maxCount 1 ; sh:datatype xsd:date ;
  sh:message "What is billed begins on one day: write, for example, 2026-10-01." .
shape:invoice-until a sh:PropertyShape ; sh:path mpli:billedUntil ;
  sh:maxCount 1 ; sh:datatype xsd:date ;
  sh:message "What is billed ends on one day: write, for example, 2026-10-31." .
shape:invoice-total-without-vat a sh:PropertyShape ; sh:path mpli:totalWithoutVat ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:decimal ;
  sh:message "An invoice has one total without VAT: write a decimal number in quotes, such as 1000.00." .
shape:invoice-total-vat a sh:PropertyShape ; sh:path mpli:totalVat ;
  sh:maxCount 1 ; sh:datatype xsd:decimal ;
  sh:message "An invoice has one total of VAT: write a decimal number in quotes, such as 210.00." .
shape:invoice-total-with-vat a sh:PropertyShape ; sh:path mpli:totalWithVat ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:decimal ;
  sh:message "An invoice has one total with VAT: write a decimal number in quotes, such as 1210.00." .
shape:invoice-amount-due a sh:PropertyShape ; sh:path mpli:amountDue ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:decimal ;
  sh:message "An invoice has one amount due: write a decimal number in quotes, such as 1210.00." .
shape:invoice-document a sh:PropertyShape ; sh:path mpli:invoiceDocument ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ;
  sh:message "The invoice itself is a file at an address: give document an id and digestSRI." .
shape:invoice-usage a sh:PropertyShape ; sh:path mpli:usageDataset ;
  sh:nodeKind sh:IRI ;
  sh:message "Usage is a file at an address: give it an id and digestSRI." .

# ── Trust policies ───────────────────────────────────────────────────────────────────────────────────────────

shape:trust-policy-credential a sh:NodeShape ; sh:targetClass mpli:TrustPolicyCredential ;
  sh:property shape:trust-policy-credential-subject .
shape:trust-policy-credential-subject a sh:PropertyShape ; sh:path cred:credentialSubject ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ; sh:property shape:trust-policy-credential-claim ;
  sh:message "A credential of this type is about one policy: give credentialSubject an id, such as the address of the policy." .
shape:trust-policy-credential-claim a sh:PropertyShape ; sh:path mpli:trustPolicy ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ;
  sh:message "A credential of this type holds one policy: give trustPolicy the policy itself." .

# ── Files that credentials rest on ───────────────────────────────────────────────────────────────────────────

shape:digested-document a sh:NodeShape ;
  sh:targetObjectsOf mpli:evidenceDocument, mpli:invoiceDocument, mpli:usageDataset ;
  sh:property shape:document-digest .
shape:document-digest a sh:PropertyShape ; sh:path cred:digestSRI ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:pattern "^sha(256-[A-Za-z0-9+/]{43}=|384-[A-Za-z0-9+/]{64}|512-[A-Za-z0-9+/]{86}==)$" ;
  sh:message "A file is bound by its digest: write digestSRI as sha256- and the digest in base64." .
`,
} as const;

export type ShapesName = keyof typeof shapes;
