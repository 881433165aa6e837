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
  sh:property shape:prerequisite-ask, shape:prerequisite-page .
shape:prerequisite-ask a sh:PropertyShape ; sh:path mpli:ask ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:datatype xsd:string ; sh:pattern "^[a-z0-9][a-z0-9-]*$" ;
  sh:message "A prerequisite asks for one thing, named by a token: write ask, for example legal-person." .
shape:prerequisite-page a sh:PropertyShape ; sh:path schema:url ;
  sh:nodeKind sh:IRI ;
  sh:message "A page about a prerequisite is an address: write it as an IRI." .

shape:delivery a sh:NodeShape ; sh:targetClass mpli:DeliveryBinding ; sh:targetObjectsOf mpli:delivery ;
  sh:property shape:delivery-by .
shape:delivery-by a sh:PropertyShape ; sh:path mpli:by ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:in ( "opentofu" "terraform" "ansible" "command" "webhook" ) ;
  sh:message "A delivery binding names one tool: write by as opentofu, terraform, ansible, command or webhook." .
shape:parameters a sh:PropertyShape ; sh:targetSubjectsOf mpli:parameters ; sh:path mpli:parameters ;
  sh:nodeKind sh:IRI ;
  sh:message "Parameters are described at an address: write the IRI of a shape or schema." .
shape:portability a sh:PropertyShape ; sh:targetSubjectsOf mpli:portability ; sh:path mpli:portability ;
  sh:nodeKind sh:BlankNodeOrIRI ;
  sh:message "Portability is a node: write it with export, import or terms." .
shape:export-format a sh:PropertyShape ; sh:targetSubjectsOf mpli:exportFormat ; sh:path mpli:exportFormat ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "An export format is text: write its name and version, such as pg_dump-custom/16." .
shape:import-format a sh:PropertyShape ; sh:targetSubjectsOf mpli:importFormat ; sh:path mpli:importFormat ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "An import format is text: write its name and version, such as pg_dump-custom/16." .
shape:terms a sh:PropertyShape ; sh:targetSubjectsOf mpli:terms ; sh:path mpli:terms ;
  sh:nodeKind sh:IRI ;
  sh:message "Terms of switching are at an address: write it as an IRI." .
`,
  demand: `# The shape of a demand: what is refused before its requirements are read, and how to mend it.
@prefix shape: <https://w3id.org/mpli/shapes#> .
@prefix mpli: <https://w3id.org/mpli/ns#> .
@prefix schema: <http://schema.org/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix cdt: <https://w3id.org/cdt/> .

shape:demand a sh:NodeShape ; sh:targetClass mpli:Demand ;
  sh:property shape:demand-component, shape:demand-currency .
shape:demand-component a sh:PropertyShape ; sh:path mpli:component ;
  sh:minCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ;
  sh:message "A demand has components: list at least one, each with a class." .
shape:demand-currency a sh:PropertyShape ; sh:path schema:priceCurrency ;
  sh:maxCount 1 ; sh:datatype xsd:string ; sh:pattern "^[A-Z][A-Z][A-Z]$" ;
  sh:message "A demand reckons in one currency: write one code of ISO 4217 in capitals, such as EUR." .
shape:presents a sh:PropertyShape ; sh:targetSubjectsOf mpli:presents ; sh:path mpli:presents ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "What a customer presents is named by tokens: write, for example, legal-person." .
shape:preference a sh:PropertyShape ; sh:targetSubjectsOf mpli:preference ; sh:path mpli:preference ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "A preference is text: write it as a string." .

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
  sh:maxCount 1 ; sh:datatype xsd:integer ; sh:minInclusive 1 ;
  sh:message "A count is one whole number from 1: write how many of the component are needed." .
shape:component-usage a sh:PropertyShape ; sh:path mpli:usage ;
  sh:maxCount 1 ; sh:nodeKind sh:BlankNodeOrIRI ;
  sh:message "A component has one usage: write a node such as hoursPerMonth 730." .
shape:hours-per-month a sh:PropertyShape ; sh:targetSubjectsOf mpli:hoursPerMonth ; sh:path mpli:hoursPerMonth ;
  sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:minInclusive 0.0 ; sh:maxInclusive 744.0 ;
  sh:message "Hours a month are one decimal number from 0 to 744: write, for example, 730." .

# ── Requirements ──────────────────────────────────────────────────────────────────────────────────────────────

shape:requirement a sh:NodeShape ; sh:targetClass mpli:Requirement ; sh:targetObjectsOf mpli:must, mpli:should ;
  sh:property shape:requirement-on, shape:requirement-bound .
shape:requirement-on a sh:PropertyShape ; sh:path sh:path ;
  sh:minCount 1 ; sh:maxCount 1 ; sh:nodeKind sh:IRI ;
  sh:message "A requirement is on one property: write on with its name, such as memory." .
shape:requirement-bound a sh:PropertyShape ; sh:path [ sh:alternativePath (
    sh:hasValue sh:in sh:minInclusive sh:maxInclusive sh:minExclusive sh:maxExclusive sh:pattern mpli:within
  ) ] ;
  sh:minCount 1 ;
  sh:message "A requirement bounds its property: add is, isOneOf, atLeast, atMost, moreThan, lessThan, within or matches." .
shape:matches a sh:PropertyShape ; sh:targetSubjectsOf sh:pattern ; sh:path sh:pattern ;
  sh:datatype xsd:string ; sh:minLength 1 ; sh:maxCount 1 ;
  sh:message "A pattern is one text: write a regular expression as a string." .
shape:within a sh:PropertyShape ; sh:targetSubjectsOf mpli:within ; sh:path mpli:within ;
  sh:nodeKind sh:IRI ;
  sh:message "A place is named by an IRI: write a code such as NL or EU, or the address of a region." .
shape:weight a sh:PropertyShape ; sh:targetSubjectsOf mpli:weight ; sh:path mpli:weight ;
  sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:minExclusive 0.0 ;
  sh:message "A weight is one decimal number above 0: write, for example, 2." .
shape:must-weight a sh:PropertyShape ; sh:targetObjectsOf mpli:must ; sh:path mpli:weight ;
  sh:maxCount 0 ;
  sh:message "A must has no weight, since nothing outweighs it: leave weight out, or move the requirement to should." .
shape:evidence a sh:PropertyShape ; sh:targetSubjectsOf mpli:minimumEvidence ; sh:path mpli:minimumEvidence ;
  sh:maxCount 1 ; sh:in ( "asserted" "declared" "attested" "certified" "accredited" ) ;
  sh:message "Evidence is of one kind: write asserted, declared, attested, certified or accredited." .
shape:absent a sh:PropertyShape ; sh:targetSubjectsOf mpli:absent ; sh:path mpli:absent ;
  sh:maxCount 1 ; sh:in ( "unknown" "violated" ) ;
  sh:message "An absent fact is read in one way: write unknown or violated." .
shape:per a sh:PropertyShape ; sh:targetSubjectsOf mpli:per ; sh:path mpli:per ;
  sh:maxCount 1 ; sh:in ( mpli:minute mpli:hour mpli:day mpli:month mpli:year mpli:once ) ;
  sh:message "A bound on a price or a budget is for one period: write per as minute, hour, day, month, year or once." .

# ── Joint requirements ────────────────────────────────────────────────────────────────────────────────────────

shape:budget a sh:PropertyShape ; sh:targetSubjectsOf mpli:budget ; sh:path mpli:budget ;
  sh:maxCount 1 ; sh:datatype xsd:decimal ; sh:minInclusive 0.0 ;
  sh:message "A budget is one decimal number from 0: write it without a currency." .
shape:same-region a sh:PropertyShape ; sh:targetSubjectsOf mpli:sameRegion ; sh:path mpli:sameRegion ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "Components that share a region are named by their names: write them as strings." .
shape:same-provider a sh:PropertyShape ; sh:targetSubjectsOf mpli:sameProvider ; sh:path mpli:sameProvider ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "Components that share a provider are named by their names: write them as strings." .
shape:different-provider a sh:PropertyShape ; sh:targetSubjectsOf mpli:differentProvider ; sh:path mpli:differentProvider ;
  sh:datatype xsd:string ; sh:minLength 1 ;
  sh:message "Components of different providers are named by their names: write them as strings." .
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
} as const;

export type ShapesName = keyof typeof shapes;
