// The vocabulary and the places as they are published, in Turtle. Generated from schemas/ by `npm run generate`: edit there.
export const ontologies = {
  ns: `# The MPLI vocabulary: what a provider sells, what a customer asks, and how facts of each kind are compared.
@prefix mpli: <https://w3id.org/mpli/ns#> .
@prefix schema: <http://schema.org/> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix dcat: <http://www.w3.org/ns/dcat#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix cdt: <https://w3id.org/cdt/> .
@prefix as: <https://www.w3.org/ns/activitystreams#> .

<https://w3id.org/mpli/ns#> a owl:Ontology ;
  dct:title "MPLI vocabulary" ;
  dct:description "Terms for manifests, offers, demands, credentials and nodes of the Multi Provider Linked Infrastructure protocol." ;
  dct:license <https://www.apache.org/licenses/LICENSE-2.0> ;
  owl:versionInfo "0.1" .

# ── Documents and parties ─────────────────────────────────────────────────────────────────────────────────────

mpli:Manifest a rdfs:Class ; rdfs:subClassOf dcat:Catalog ; rdfs:label "manifest" ;
  rdfs:comment "Everything one provider publishes about itself, its places and its offers." .
mpli:ManifestPage a rdfs:Class ; rdfs:label "manifest page" ;
  rdfs:comment "A part of a large manifest that holds some of its offers." .
mpli:Provider a rdfs:Class ; rdfs:subClassOf schema:Organization ; rdfs:label "provider" ;
  rdfs:comment "An organisation that sells cloud services and is named by a DID." .
mpli:Offer a rdfs:Class ; rdfs:subClassOf schema:Offer ; rdfs:label "offer" ;
  rdfs:comment "One thing a customer can order, with its facts standing directly on it." .
mpli:PriceComponent a rdfs:Class ; rdfs:subClassOf schema:UnitPriceSpecification ; rdfs:label "price component" ;
  rdfs:comment "One line of a price list: an amount for a period or a unit." .
mpli:PriceTier a rdfs:Class ; rdfs:subClassOf schema:QuantitativeValue ; rdfs:label "price tier" ;
  rdfs:comment "The range of consumption for which a price component holds." .
mpli:Certification a rdfs:Class ; rdfs:subClassOf schema:Certification ; rdfs:label "certification" ;
  rdfs:comment "The statement that a provider or an offer is certified under a scheme." .
mpli:CertificationScheme a rdfs:Class ; rdfs:label "certification scheme" ;
  rdfs:comment "A standard, law or code of conduct under which certificates are issued." .
mpli:Prerequisite a rdfs:Class ; rdfs:label "prerequisite" ;
  rdfs:comment "Something a customer must present before this provider does business with it." .
mpli:DeliveryBinding a rdfs:Class ; rdfs:label "delivery binding" ;
  rdfs:comment "A tool by which the provider delivers the offer." .
mpli:Parameter a rdfs:Class ; rdfs:subClassOf sh:Shape ; rdfs:label "parameter" ;
  rdfs:comment "One value that an order sets, and what it is bounded by." .
mpli:Portability a rdfs:Class ; rdfs:label "portability" ;
  rdfs:comment "The formats in which data leave and enter a service, and the terms for it." .
mpli:Place a rdfs:Class ; rdfs:subClassOf schema:Place ; rdfs:label "place" ;
  rdfs:comment "An area of the world, which may lie within larger ones." .
mpli:Region a rdfs:Class ; rdfs:subClassOf mpli:Place ; rdfs:label "region" ;
  rdfs:comment "A location of a provider that a customer can choose." .
mpli:Country a rdfs:Class ; rdfs:subClassOf mpli:Place ; rdfs:label "country" ;
  rdfs:comment "A country or territory with a code in ISO 3166-1." .
mpli:Change a rdfs:Class ; rdfs:label "change" ;
  rdfs:comment "One version of an offer in the change feed; it is also an as:Create, as:Update or as:Delete." .
mpli:Node a rdfs:Class ; rdfs:label "node" ;
  rdfs:comment "A server that speaks MPLI, described by its node document." .
mpli:Endpoint a rdfs:Class ; rdfs:label "endpoint" ;
  rdfs:comment "An address at which a node serves one part of the interface." .
mpli:Limits a rdfs:Class ; rdfs:label "limits" ;
  rdfs:comment "Sizes and counts beyond which a node refuses a request." .
mpli:Demand a rdfs:Class ; rdfs:subClassOf schema:Demand ; rdfs:label "demand" ;
  rdfs:comment "What a customer is looking for, as one or more components." .
mpli:Component a rdfs:Class ; rdfs:label "component" ;
  rdfs:comment "One service that a demand asks for." .
mpli:Usage a rdfs:Class ; rdfs:label "usage" ;
  rdfs:comment "How much of a component is expected to be used, for computing its price." .
mpli:Requirement a rdfs:Class ; rdfs:subClassOf sh:Shape ; rdfs:label "requirement" ;
  rdfs:comment "A bound on one fact of an offer, or requirements joined by and, or, not." .
mpli:EvidenceRequirement a rdfs:Class ; rdfs:label "evidence requirement" ;
  rdfs:comment "What the evidence for a fact must be like for the fact to count." .
mpli:JointRequirement a rdfs:Class ; rdfs:label "joint requirement" ;
  rdfs:comment "A bound on several components of a demand together." .
mpli:Preference a rdfs:Class ; rdfs:label "preference" ;
  rdfs:comment "One criterion by which fitting offers are ordered, with its weight." .
mpli:Customer a rdfs:Class ; rdfs:label "customer" ;
  rdfs:comment "Whom a demand speaks for, as far as providers ask." .
mpli:TrustPolicy a rdfs:Class ; rdfs:label "trust policy" ;
  rdfs:comment "Rules that say whose credentials are believed, and of which types." .
mpli:TrustRule a rdfs:Class ; rdfs:label "rule of trust" ;
  rdfs:comment "Accepts or denies the credentials of some issuers." .
mpli:PolicyImport a rdfs:Class ; rdfs:label "import of a policy" ;
  rdfs:comment "Another policy whose rules hold as well, known by its digest." .
mpli:RegionLatency a rdfs:Class ; rdfs:label "latency between regions" ;
  rdfs:comment "The delay between two regions, as a demand declares it." .
mpli:Period a rdfs:Class ; rdfs:label "period" ;
  rdfs:comment "What a price is paid per." .
mpli:Comparison a rdfs:Class ; rdfs:label "comparison" ;
  rdfs:comment "How the values of a property are compared with a bound." .
mpli:AbsentReading a rdfs:Class ; rdfs:label "reading of an absent fact" ;
  rdfs:comment "What a requirement concludes when an offer says nothing." .

# ── Service classes ───────────────────────────────────────────────────────────────────────────────────────────

mpli:Service a rdfs:Class ; rdfs:subClassOf schema:Service ; rdfs:label "service" ;
  rdfs:comment "Any cloud service." .
mpli:Compute a rdfs:Class ; rdfs:subClassOf mpli:Service ; rdfs:label "compute" ;
  rdfs:comment "A service that runs the customer's programs." .
mpli:VirtualMachine a rdfs:Class ; rdfs:subClassOf mpli:Compute ; rdfs:label "virtual machine" ;
  rdfs:comment "A computer that shares its hardware through a hypervisor." .
mpli:BareMetal a rdfs:Class ; rdfs:subClassOf mpli:Compute ; rdfs:label "bare metal" ;
  rdfs:comment "A physical computer rented as a whole, without a hypervisor of the provider." .
mpli:DedicatedHost a rdfs:Class ; rdfs:subClassOf mpli:Compute ; rdfs:label "dedicated host" ;
  rdfs:comment "A physical computer kept for one customer's virtual machines." .
mpli:Container a rdfs:Class ; rdfs:subClassOf mpli:Compute ; rdfs:label "container" ;
  rdfs:comment "A service that runs container images without a cluster of the customer's own." .
mpli:ApplicationRuntime a rdfs:Class ; rdfs:subClassOf mpli:Compute ; rdfs:label "application runtime" ;
  rdfs:comment "A service that builds and runs application code in a language runtime." .
mpli:KubernetesCluster a rdfs:Class ; rdfs:subClassOf mpli:Service ; rdfs:label "Kubernetes cluster" ;
  rdfs:comment "A managed Kubernetes control plane, with or without nodes." .
mpli:Database a rdfs:Class ; rdfs:subClassOf mpli:Service ; rdfs:label "database" ;
  rdfs:comment "A managed database." .
mpli:RelationalDatabase a rdfs:Class ; rdfs:subClassOf mpli:Database ; rdfs:label "relational database" ;
  rdfs:comment "A managed database of tables queried with SQL." .
mpli:DocumentDatabase a rdfs:Class ; rdfs:subClassOf mpli:Database ; rdfs:label "document database" ;
  rdfs:comment "A managed database of documents." .
mpli:KeyValueDatabase a rdfs:Class ; rdfs:subClassOf mpli:Database ; rdfs:label "key-value database" ;
  rdfs:comment "A managed durable store of values under keys." .
mpli:TimeSeriesDatabase a rdfs:Class ; rdfs:subClassOf mpli:Database ; rdfs:label "time-series database" ;
  rdfs:comment "A managed database of measurements over time." .
mpli:GraphDatabase a rdfs:Class ; rdfs:subClassOf mpli:Database ; rdfs:label "graph database" ;
  rdfs:comment "A managed database of nodes and edges." .
mpli:ColumnarDatabase a rdfs:Class ; rdfs:subClassOf mpli:Database ; rdfs:label "columnar database" ;
  rdfs:comment "A managed analytical database that stores columns." .
mpli:Cache a rdfs:Class ; rdfs:subClassOf mpli:Service ; rdfs:label "cache" ;
  rdfs:comment "A managed in-memory store for short-lived data." .
mpli:Search a rdfs:Class ; rdfs:subClassOf mpli:Service ; rdfs:label "search" ;
  rdfs:comment "A managed search engine." .
mpli:MessageBroker a rdfs:Class ; rdfs:subClassOf mpli:Service ; rdfs:label "message broker" ;
  rdfs:comment "A managed service that passes messages between programs." .
mpli:Storage a rdfs:Class ; rdfs:subClassOf mpli:Service ; rdfs:label "storage" ;
  rdfs:comment "A service that keeps data." .
mpli:ObjectStorage a rdfs:Class ; rdfs:subClassOf mpli:Storage ; rdfs:label "object storage" ;
  rdfs:comment "Storage of objects under keys, reached over HTTP." .
mpli:BlockStorage a rdfs:Class ; rdfs:subClassOf mpli:Storage ; rdfs:label "block storage" ;
  rdfs:comment "Volumes that are attached to computers as disks." .
mpli:FileStorage a rdfs:Class ; rdfs:subClassOf mpli:Storage ; rdfs:label "file storage" ;
  rdfs:comment "File systems that several computers can mount." .
mpli:Network a rdfs:Class ; rdfs:subClassOf mpli:Service ; rdfs:label "network" ;
  rdfs:comment "A service that connects computers." .
mpli:LoadBalancer a rdfs:Class ; rdfs:subClassOf mpli:Network ; rdfs:label "load balancer" ;
  rdfs:comment "A service that spreads requests over several computers." .
mpli:VirtualNetwork a rdfs:Class ; rdfs:subClassOf mpli:Network ; rdfs:label "virtual network" ;
  rdfs:comment "A private network between the customer's services." .
mpli:PublicAddress a rdfs:Class ; rdfs:subClassOf mpli:Network ; rdfs:label "public address" ;
  rdfs:comment "An internet address that the customer keeps." .
mpli:ManagedService a rdfs:Class ; rdfs:subClassOf mpli:Service ; rdfs:label "managed service" ;
  rdfs:comment "A managed service for which no closer class exists." .
mpli:MeteredItem a rdfs:Class ; rdfs:subClassOf mpli:Service ; rdfs:label "metered item" ;
  rdfs:comment "An item on a bill that is not a service of its own." .

# ── Facts of an offer: what it is ─────────────────────────────────────────────────────────────────────────────

mpli:serviceClass a rdf:Property ; rdfs:label "service class" ;
  rdfs:comment "The class of service that is sold or asked for." ;
  schema:domainIncludes mpli:Offer, mpli:Component ; rdfs:range rdfs:Class ; mpli:comparison mpli:AsTerm .
schema:name rdfs:label "name" ; rdfs:comment "The name people use." ;
  schema:domainIncludes mpli:Offer, mpli:Provider, mpli:Region, mpli:Component ;
  rdfs:range xsd:string ; mpli:comparison mpli:AsText .
schema:description rdfs:label "description" ; rdfs:comment "A short description for people." ;
  schema:domainIncludes mpli:Offer, mpli:Provider ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
schema:sku rdfs:label "SKU" ; rdfs:comment "The provider's own identifier of the product." ;
  schema:domainIncludes mpli:Offer ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
mpli:family a rdf:Property ; rdfs:label "family" ;
  rdfs:comment "The provider's name for a group of similar offers." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
mpli:offerStatus a rdf:Property ; rdfs:label "status" ;
  rdfs:comment "Where the offer stands in its life: active, preview, deprecated, endOfSale or retired." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .

# ── Facts of an offer: computing ──────────────────────────────────────────────────────────────────────────────

mpli:vcpus a rdf:Property ; rdfs:label "virtual CPUs" ;
  rdfs:comment "The number of virtual processors." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:integer ; mpli:comparison mpli:AsNumber .
mpli:cores a rdf:Property ; rdfs:label "CPU cores" ;
  rdfs:comment "The number of physical processor cores." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:integer ; mpli:comparison mpli:AsNumber .
mpli:memory a rdf:Property ; rdfs:label "memory" ;
  rdfs:comment "The amount of working memory." ;
  rdfs:domain mpli:Offer ; rdfs:range cdt:ucum ; mpli:dimensionUnit "By" ; mpli:comparison mpli:AsQuantity .
mpli:storage a rdf:Property ; rdfs:label "local storage" ;
  rdfs:comment "The amount of disk included in the offer; in a usage, the amount of data kept." ;
  schema:domainIncludes mpli:Offer, mpli:Usage ; rdfs:range cdt:ucum ; mpli:dimensionUnit "By" ; mpli:comparison mpli:AsQuantity .
mpli:storageType a rdf:Property ; rdfs:label "storage type" ;
  rdfs:comment "The kind of disk: nvme, ssd, hdd or network." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
mpli:networkBandwidth a rdf:Property ; rdfs:label "network bandwidth" ;
  rdfs:comment "The highest network rate the offer reaches." ;
  rdfs:domain mpli:Offer ; rdfs:range cdt:ucum ; mpli:dimensionUnit "bit/s" ; mpli:comparison mpli:AsQuantity .
mpli:networkBaseline a rdf:Property ; rdfs:label "baseline network bandwidth" ;
  rdfs:comment "The network rate the offer can hold at all times." ;
  rdfs:domain mpli:Offer ; rdfs:range cdt:ucum ; mpli:dimensionUnit "bit/s" ; mpli:comparison mpli:AsQuantity .
mpli:outboundTraffic a rdf:Property ; rdfs:label "included outbound traffic" ;
  rdfs:comment "The outbound traffic a month that the price includes; in a usage, the traffic that is sent." ;
  schema:domainIncludes mpli:Offer, mpli:Usage ; rdfs:range cdt:ucum ; mpli:dimensionUnit "By/mo" ; mpli:comparison mpli:AsQuantity .
mpli:architecture a rdf:Property ; rdfs:label "processor architecture" ;
  rdfs:comment "The instruction set, such as x86_64 or arm64." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
mpli:cpuModel a rdf:Property ; rdfs:label "CPU model" ;
  rdfs:comment "The processor model the provider names." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
mpli:cpuAllocation a rdf:Property ; rdfs:label "CPU allocation" ;
  rdfs:comment "How processor time is shared: dedicated, shared or burstable." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
mpli:hypervisor a rdf:Property ; rdfs:label "hypervisor" ;
  rdfs:comment "The hypervisor under a virtual machine." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
mpli:gpuCount a rdf:Property ; rdfs:label "GPUs" ;
  rdfs:comment "The number of graphics processors or accelerators." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:integer ; mpli:comparison mpli:AsNumber .
mpli:gpuModel a rdf:Property ; rdfs:label "GPU model" ;
  rdfs:comment "The accelerator model the provider names." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
mpli:gpuMemory a rdf:Property ; rdfs:label "GPU memory" ;
  rdfs:comment "The memory of all accelerators together." ;
  rdfs:domain mpli:Offer ; rdfs:range cdt:ucum ; mpli:dimensionUnit "By" ; mpli:comparison mpli:AsQuantity .

# ── Facts of an offer: engines, clusters and runtimes ─────────────────────────────────────────────────────────

mpli:engine a rdf:Property ; rdfs:label "engine" ;
  rdfs:comment "The software that serves the data, by its common lower-case name such as postgresql." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
mpli:engineEdition a rdf:Property ; rdfs:label "engine edition" ;
  rdfs:comment "The provider's own name of the engine." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
mpli:engineVersion a rdf:Property ; rdfs:label "engine version" ;
  rdfs:comment "A version of the engine that can be ordered." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:string ; mpli:comparison mpli:AsVersion .
mpli:nodeCount a rdf:Property ; rdfs:label "nodes" ;
  rdfs:comment "The number of nodes that work together." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:integer ; mpli:comparison mpli:AsNumber .
mpli:instanceClass a rdf:Property ; rdfs:label "instance class" ;
  rdfs:comment "The provider's name for the size of the machines underneath." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
mpli:licenceModel a rdf:Property ; rdfs:label "licence model" ;
  rdfs:comment "How the software licence is paid for." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
mpli:kubernetesVersion a rdf:Property ; rdfs:label "Kubernetes version" ;
  rdfs:comment "A Kubernetes version that can be ordered." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:string ; mpli:comparison mpli:AsVersion .
mpli:conformantVersion a rdf:Property ; rdfs:label "conformant Kubernetes version" ;
  rdfs:comment "A Kubernetes version for which the offer is certified conformant." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:string ; mpli:comparison mpli:AsVersion .
mpli:networkPlugin a rdf:Property ; rdfs:label "network plugin" ;
  rdfs:comment "A container network plugin that can be chosen." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
mpli:runtime a rdf:Property ; rdfs:label "runtime" ;
  rdfs:comment "The language runtime, by its common lower-case name such as nodejs." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
mpli:runtimeVersion a rdf:Property ; rdfs:label "runtime version" ;
  rdfs:comment "A version of the runtime that can be ordered." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:string ; mpli:comparison mpli:AsVersion .

# ── Facts of an offer: storage ────────────────────────────────────────────────────────────────────────────────

mpli:minSize a rdf:Property ; rdfs:label "smallest size" ;
  rdfs:comment "The smallest amount of storage that can be ordered." ;
  rdfs:domain mpli:Offer ; rdfs:range cdt:ucum ; mpli:dimensionUnit "By" ; mpli:comparison mpli:AsQuantity .
mpli:maxSize a rdf:Property ; rdfs:label "largest size" ;
  rdfs:comment "The largest amount of storage that can be ordered." ;
  rdfs:domain mpli:Offer ; rdfs:range cdt:ucum ; mpli:dimensionUnit "By" ; mpli:comparison mpli:AsQuantity .
mpli:iops a rdf:Property ; rdfs:label "I/O operations per second" ;
  rdfs:comment "The number of read and write operations a second that the offer reaches." ;
  rdfs:domain mpli:Offer ; rdfs:range xsd:integer ; mpli:comparison mpli:AsNumber .
mpli:throughput a rdf:Property ; rdfs:label "throughput" ;
  rdfs:comment "The rate at which the storage reads or writes." ;
  rdfs:domain mpli:Offer ; rdfs:range cdt:ucum ; mpli:dimensionUnit "By/s" ; mpli:comparison mpli:AsQuantity .

# ── Facts of an offer: place, trust, price, business ──────────────────────────────────────────────────────────

mpli:region a rdf:Property ; rdfs:label "region" ;
  rdfs:comment "A region where the offer can be had; of several, the customer chooses one." ;
  rdfs:domain mpli:Offer ; rdfs:range mpli:Region ; mpli:comparison mpli:AsPlace .
mpli:certification a rdf:Property ; rdfs:label "certification" ;
  rdfs:comment "A certification that the provider or the offer holds." ;
  schema:domainIncludes mpli:Offer, mpli:Provider ; rdfs:range mpli:Certification ;
  mpli:comparison mpli:AsTerm ; mpli:comparedBy mpli:scheme ;
  mpli:absentMeans mpli:violated ; mpli:inheritedFrom mpli:provider .
mpli:price a rdf:Property ; rdfs:label "price" ;
  rdfs:comment "A price component of the offer." ;
  rdfs:domain mpli:Offer ; rdfs:range mpli:PriceComponent ;
  mpli:comparison mpli:AsNumber ; mpli:comparedBy schema:price .
mpli:prerequisite a rdf:Property ; rdfs:label "prerequisite" ;
  rdfs:comment "What a customer must present to buy." ;
  schema:domainIncludes mpli:Offer, mpli:Provider ; rdfs:range mpli:Prerequisite ;
  mpli:comparison mpli:AsText ; mpli:comparedBy mpli:ask ; mpli:inheritedFrom mpli:provider .
mpli:delivery a rdf:Property ; rdfs:label "delivery" ;
  rdfs:comment "A way in which the offer is delivered." ;
  rdfs:domain mpli:Offer ; rdfs:range mpli:DeliveryBinding ;
  mpli:comparison mpli:AsText ; mpli:comparedBy mpli:by .
mpli:portability a rdf:Property ; rdfs:label "portability" ;
  rdfs:comment "How data get out of and into the service." ;
  schema:domainIncludes mpli:Offer, mpli:Provider ; rdfs:range mpli:Portability ;
  mpli:comparison mpli:AsText ; mpli:comparedBy mpli:exportFormat ; mpli:inheritedFrom mpli:provider .
dct:source rdfs:label "source" ; rdfs:comment "Where the facts were read." ;
  schema:domainIncludes mpli:Offer, mpli:Provider, mpli:Region, mpli:Manifest ;
  rdfs:range xsd:string ; mpli:comparison mpli:AsText .
dct:license rdfs:label "licence" ; rdfs:comment "The licence under which the facts were published." ;
  schema:domainIncludes mpli:Offer, mpli:Provider, mpli:Region, mpli:Manifest ;
  rdfs:range xsd:string ; mpli:comparison mpli:AsText .

# ── Price components ──────────────────────────────────────────────────────────────────────────────────────────

schema:price rdfs:label "amount" ; rdfs:comment "The amount of money." ;
  schema:domainIncludes mpli:PriceComponent ; rdfs:range xsd:decimal .
schema:priceCurrency rdfs:label "currency" ; rdfs:comment "The currency, as a code of ISO 4217." ;
  schema:domainIncludes mpli:PriceComponent, mpli:Demand ; rdfs:range xsd:string .
schema:valueAddedTaxIncluded rdfs:label "VAT included" ;
  rdfs:comment "Whether the amount includes value added tax." ;
  schema:domainIncludes mpli:PriceComponent ; rdfs:range xsd:boolean .
mpli:per a rdf:Property ; rdfs:label "per" ;
  rdfs:comment "The period or unit that the amount is paid for." ;
  schema:domainIncludes mpli:PriceComponent, mpli:Requirement, mpli:JointRequirement ; rdfs:range mpli:Period .
mpli:unit a rdf:Property, mpli:Period ; rdfs:label "unit" ;
  rdfs:comment "The reference quantity of a price that is paid per unit, such as GBy.mo, or a unit that a parameter is measured in; as a value of per, it says that such a quantity follows." ;
  schema:domainIncludes mpli:PriceComponent, mpli:PriceLine, mpli:Parameter ; rdfs:range xsd:string .
mpli:appliesIn a rdf:Property ; rdfs:label "applies in" ;
  rdfs:comment "A region for which the price holds; without any, it holds in all." ;
  rdfs:domain mpli:PriceComponent ; rdfs:range mpli:Region .
mpli:operatingSystem a rdf:Property ; rdfs:label "operating system" ;
  rdfs:comment "The operating system that the price includes." ;
  rdfs:domain mpli:PriceComponent ; rdfs:range xsd:string .
mpli:tier a rdf:Property ; rdfs:label "tier" ;
  rdfs:comment "The range of consumption for which the price holds." ;
  schema:domainIncludes mpli:PriceComponent, mpli:PriceLine ; rdfs:range mpli:PriceTier .
schema:minValue rdfs:label "from" ; rdfs:comment "The lower end of a tier, included in it." ;
  schema:domainIncludes mpli:PriceTier ; rdfs:range xsd:decimal .
schema:maxValue rdfs:label "to" ; rdfs:comment "The upper end of a tier, not included in it." ;
  schema:domainIncludes mpli:PriceTier ; rdfs:range xsd:decimal .

mpli:minute a mpli:Period ; rdfs:label "minute" ; rdfs:comment "Paid for each minute." .
mpli:hour a mpli:Period ; rdfs:label "hour" ; rdfs:comment "Paid for each hour." .
mpli:day a mpli:Period ; rdfs:label "day" ; rdfs:comment "Paid for each day." .
mpli:month a mpli:Period ; rdfs:label "month" ; rdfs:comment "Paid for each month." .
mpli:year a mpli:Period ; rdfs:label "year" ; rdfs:comment "Paid for each year." .
mpli:once a mpli:Period ; rdfs:label "once" ; rdfs:comment "Paid once, such as a set-up fee." .

# ── Certifications ────────────────────────────────────────────────────────────────────────────────────────────

mpli:scheme a rdf:Property ; rdfs:label "scheme" ;
  rdfs:comment "The scheme under which the certificate was issued." ;
  rdfs:domain mpli:Certification ; rdfs:range mpli:CertificationScheme ; mpli:comparison mpli:AsTerm .
mpli:credential a rdf:Property ; rdfs:label "credential" ;
  rdfs:comment "The address of a verifiable credential that proves the certification." ;
  rdfs:domain mpli:Certification ; rdfs:range rdfs:Resource ; mpli:comparison mpli:AsTerm .
mpli:evidencePage a rdf:Property ; rdfs:label "evidence page" ;
  rdfs:comment "A page for people on which the certificate can be read about." ;
  rdfs:domain mpli:Certification ; rdfs:range rdfs:Resource ; mpli:comparison mpli:AsTerm .

mpli:ISO9001 a mpli:CertificationScheme ; rdfs:label "ISO 9001" ; rdfs:comment "Quality management." .
mpli:ISO14001 a mpli:CertificationScheme ; rdfs:label "ISO 14001" ; rdfs:comment "Environmental management." .
mpli:ISO22301 a mpli:CertificationScheme ; rdfs:label "ISO 22301" ; rdfs:comment "Business continuity management." .
mpli:ISO27001 a mpli:CertificationScheme ; rdfs:label "ISO/IEC 27001" ; rdfs:comment "Information security management." .
mpli:ISO27017 a mpli:CertificationScheme ; rdfs:label "ISO/IEC 27017" ; rdfs:comment "Information security controls for cloud services." .
mpli:ISO27018 a mpli:CertificationScheme ; rdfs:label "ISO/IEC 27018" ; rdfs:comment "Protection of personal data in public clouds." .
mpli:ISO27701 a mpli:CertificationScheme ; rdfs:label "ISO/IEC 27701" ; rdfs:comment "Privacy information management." .
mpli:ISO50001 a mpli:CertificationScheme ; rdfs:label "ISO 50001" ; rdfs:comment "Energy management." .
mpli:SOC1 a mpli:CertificationScheme ; rdfs:label "SOC 1" ; rdfs:comment "Auditor's report on controls over financial reporting." .
mpli:SOC2 a mpli:CertificationScheme ; rdfs:label "SOC 2" ; rdfs:comment "Auditor's report on security, availability and confidentiality." .
mpli:SOC3 a mpli:CertificationScheme ; rdfs:label "SOC 3" ; rdfs:comment "Public summary of a SOC 2 report." .
mpli:PCIDSS a mpli:CertificationScheme ; rdfs:label "PCI DSS" ; rdfs:comment "Security of payment card data." .
mpli:HDS a mpli:CertificationScheme ; rdfs:label "HDS" ; rdfs:comment "French certification for hosting health data." .
mpli:SecNumCloud a mpli:CertificationScheme ; rdfs:label "SecNumCloud" ; rdfs:comment "French qualification for trusted cloud services, by ANSSI." .
mpli:C5 a mpli:CertificationScheme ; rdfs:label "C5" ; rdfs:comment "German criteria catalogue for cloud computing, by the BSI." .
mpli:CSASTAR a mpli:CertificationScheme ; rdfs:label "CSA STAR" ; rdfs:comment "Cloud Security Alliance's assurance programme." .
mpli:GDPRCoC a mpli:CertificationScheme ; rdfs:label "GDPR code of conduct" ; rdfs:comment "Any code of conduct approved under article 40 of the GDPR." .
mpli:EUCloudCoC a mpli:CertificationScheme ; rdfs:label "EU Cloud Code of Conduct" ; rdfs:comment "Code of conduct for processors in the cloud under article 40 of the GDPR." ; skos:broader mpli:GDPRCoC .
mpli:CISPECoC a mpli:CertificationScheme ; rdfs:label "CISPE code of conduct" ; rdfs:comment "Code of conduct for infrastructure providers under article 40 of the GDPR." ; skos:broader mpli:GDPRCoC .
mpli:HIPAA a mpli:CertificationScheme ; rdfs:label "HIPAA" ; rdfs:comment "United States rules for health data." .
mpli:FedRAMP a mpli:CertificationScheme ; rdfs:label "FedRAMP" ; rdfs:comment "United States federal authorisation of cloud services." .
mpli:ENS a mpli:CertificationScheme ; rdfs:label "ENS" ; rdfs:comment "Spanish national security framework." .
mpli:TISAX a mpli:CertificationScheme ; rdfs:label "TISAX" ; rdfs:comment "Information security assessment of the automotive industry." .
mpli:GaiaXStandardCompliance a mpli:CertificationScheme ; rdfs:label "Gaia-X Standard Compliance" ; rdfs:comment "Standard Compliance under the Compliance Document of Gaia-X, as a clearing house has found it." .
mpli:GaiaXLabelLevel1 a mpli:CertificationScheme ; rdfs:label "Gaia-X Label Level 1" ; rdfs:comment "The first label of the Compliance Document of Gaia-X." ; skos:broader mpli:GaiaXStandardCompliance .
mpli:GaiaXLabelLevel2 a mpli:CertificationScheme ; rdfs:label "Gaia-X Label Level 2" ; rdfs:comment "The second label of the Compliance Document of Gaia-X." ; skos:broader mpli:GaiaXLabelLevel1 .
mpli:GaiaXLabelLevel3 a mpli:CertificationScheme ; rdfs:label "Gaia-X Label Level 3" ; rdfs:comment "The third label of the Compliance Document of Gaia-X, for the highest demands." ; skos:broader mpli:GaiaXLabelLevel2 .

# ── Prerequisites, delivery, portability ──────────────────────────────────────────────────────────────────────

mpli:ask a rdf:Property ; rdfs:label "ask" ;
  rdfs:comment "What is asked for, as a token such as legal-person or terms." ;
  rdfs:domain mpli:Prerequisite ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
mpli:dcqlQuery a rdf:Property ; rdfs:label "DCQL query" ;
  rdfs:comment "The credentials that show that a customer meets it, as a query in the Digital Credentials Query Language." ;
  rdfs:domain mpli:Prerequisite ; rdfs:range rdf:JSON ;
  rdfs:seeAlso <https://openid.net/specs/openid-4-verifiable-presentations-1_0.html> .
mpli:customerIn a rdf:Property ; rdfs:label "customer in" ;
  rdfs:comment "A place in which the customer's country must lie; of several, one is enough." ;
  rdfs:domain mpli:Prerequisite ; rdfs:range mpli:Place .
schema:url rdfs:label "page" ; rdfs:comment "A page for people." ;
  schema:domainIncludes mpli:Provider, mpli:Prerequisite ; rdfs:range rdfs:Resource ; mpli:comparison mpli:AsTerm .
mpli:by a rdf:Property ; rdfs:label "by" ;
  rdfs:comment "The tool that delivers: opentofu, terraform, ansible, command or webhook." ;
  rdfs:domain mpli:DeliveryBinding ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
mpli:parameters a rdf:Property ; rdfs:label "parameters" ;
  rdfs:comment "The address of a shape or schema that says what an order can set." ;
  rdfs:domain mpli:DeliveryBinding ; rdfs:range rdfs:Resource ; mpli:comparison mpli:AsTerm .
mpli:parameter a rdf:Property ; rdfs:label "parameter" ;
  rdfs:comment "A value that an order sets." ;
  rdfs:domain mpli:DeliveryBinding ; rdfs:range mpli:Parameter .
mpli:required a rdf:Property ; rdfs:label "required" ;
  rdfs:comment "Whether an order must set the parameter." ;
  rdfs:domain mpli:Parameter ; rdfs:range xsd:boolean .
mpli:exportFormat a rdf:Property ; rdfs:label "export format" ;
  rdfs:comment "A format, with its version, in which data can leave the service." ;
  rdfs:domain mpli:Portability ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
mpli:importFormat a rdf:Property ; rdfs:label "import format" ;
  rdfs:comment "A format, with its version, in which data can enter the service." ;
  rdfs:domain mpli:Portability ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
mpli:terms a rdf:Property ; rdfs:label "terms" ;
  rdfs:comment "The address of the terms for switching away, of those that a customer must accept to buy, or of a service level." ;
  schema:domainIncludes mpli:Portability, mpli:Prerequisite, mpli:ServiceLevel ; rdfs:range rdfs:Resource ; mpli:comparison mpli:AsTerm .

# ── Manifest, provider and places ─────────────────────────────────────────────────────────────────────────────

mpli:provider a rdf:Property ; rdfs:label "provider" ;
  rdfs:comment "The provider that the manifest speaks for, that an offer in a report is of, or that promises a service level." ;
  schema:domainIncludes mpli:ServiceLevel, mpli:Manifest, mpli:Source, mpli:Warning, mpli:Result, mpli:Choice ;
  rdfs:range mpli:Provider .
mpli:offer a rdf:Property ; rdfs:label "offer" ;
  rdfs:comment "An offer of the provider, or the one that a part of a report is about." ;
  schema:domainIncludes mpli:Manifest, mpli:Result, mpli:Relaxation, mpli:Choice ; rdfs:range mpli:Offer .
mpli:place a rdf:Property ; rdfs:label "place" ;
  rdfs:comment "A region that the manifest describes." ;
  rdfs:domain mpli:Manifest ; rdfs:range mpli:Region .
dct:title rdfs:label "title" ; rdfs:comment "The title of the document." ;
  schema:domainIncludes mpli:Manifest, mpli:Demand, mpli:Node, mpli:TrustPolicy ; rdfs:range xsd:string .
dct:rights rdfs:label "attribution" ; rdfs:comment "Whom to name when the manifest is reused." ;
  schema:domainIncludes mpli:Manifest ; rdfs:range xsd:string .
mpli:country a rdf:Property ; rdfs:label "country" ;
  rdfs:comment "The country under whose law the provider or the customer is established." ;
  schema:domainIncludes mpli:Provider, mpli:Customer ; rdfs:range mpli:Country ;
  mpli:comparison mpli:AsPlace ; mpli:inheritedFrom mpli:provider .
mpli:within a rdf:Property ; rdfs:label "within" ;
  rdfs:comment "A larger place that contains this one; in a requirement, a place that the fact must lie in." ;
  schema:domainIncludes mpli:Place, mpli:Requirement ; rdfs:range mpli:Place ; mpli:comparison mpli:AsPlace .
mpli:city a rdf:Property ; rdfs:label "city" ;
  rdfs:comment "The city or town of a region." ;
  rdfs:domain mpli:Region ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
mpli:alias a rdf:Property ; rdfs:label "alias" ;
  rdfs:comment "Another name by which a region is known." ;
  rdfs:domain mpli:Region ; rdfs:range xsd:string ; mpli:comparison mpli:AsText .
schema:latitude rdfs:label "latitude" ; rdfs:comment "Degrees north in WGS 84." ;
  schema:domainIncludes mpli:Region, schema:GeoCoordinates ; rdfs:range xsd:decimal ; mpli:comparison mpli:AsNumber .
schema:longitude rdfs:label "longitude" ; rdfs:comment "Degrees east in WGS 84." ;
  schema:domainIncludes mpli:Region, schema:GeoCoordinates ; rdfs:range xsd:decimal ; mpli:comparison mpli:AsNumber .
mpli:renewableEnergy a rdf:Property ; rdfs:label "renewable energy" ;
  rdfs:comment "Whether all electricity used in the region is from renewable sources, as stated." ;
  rdfs:domain mpli:Region ; rdfs:range xsd:boolean ; mpli:comparison mpli:AsBoolean .

# ── Pages and change feed, written by nodes ───────────────────────────────────────────────────────────────────

mpli:page a rdf:Property ; rdfs:label "page" ;
  rdfs:comment "A page of a large manifest." ;
  rdfs:domain mpli:Manifest ; rdfs:range mpli:ManifestPage .
mpli:digest a rdf:Property ; rdfs:label "digest" ;
  rdfs:comment "The SHA-256 of the canonical form of a document's graph, in lower-case hexadecimal." ;
  rdfs:range xsd:string .
mpli:offerCount a rdf:Property ; rdfs:label "offers" ;
  rdfs:comment "The number of offers in a manifest or on a page." ;
  schema:domainIncludes mpli:Manifest, mpli:ManifestPage ; rdfs:range xsd:integer .
mpli:containsClass a rdf:Property ; rdfs:label "contains class" ;
  rdfs:comment "A service class of which a page holds offers." ;
  rdfs:domain mpli:ManifestPage ; rdfs:range rdfs:Class .
mpli:sequence a rdf:Property ; rdfs:label "sequence" ;
  rdfs:comment "The place of a change in the feed, counted without gaps from 1." ;
  rdfs:domain mpli:Change ; rdfs:range xsd:integer .
dct:isVersionOf rdfs:label "is version of" ; rdfs:comment "The offer that a change is about." ;
  schema:domainIncludes mpli:Change ; rdfs:range mpli:Offer .
dct:modified rdfs:label "modified" ; rdfs:comment "When the change was published." ;
  schema:domainIncludes mpli:Change, mpli:Manifest ; rdfs:range xsd:dateTime .

# ── Demand ────────────────────────────────────────────────────────────────────────────────────────────────────

mpli:component a rdf:Property ; rdfs:label "component" ;
  rdfs:comment "A service that the demand asks for." ;
  schema:domainIncludes mpli:Demand, mpli:Report ; rdfs:range mpli:Component .
mpli:count a rdf:Property ; rdfs:label "count" ;
  rdfs:comment "How many of the component are needed." ;
  schema:domainIncludes mpli:Component, mpli:Choice ; rdfs:range xsd:integer .
mpli:usage a rdf:Property ; rdfs:label "usage" ;
  rdfs:comment "The expected use of the component." ;
  rdfs:domain mpli:Component ; rdfs:range mpli:Usage .
mpli:hoursPerMonth a rdf:Property ; rdfs:label "hours per month" ;
  rdfs:comment "The hours a month for which the component runs." ;
  rdfs:domain mpli:Usage ; rdfs:range xsd:decimal .
mpli:requestsPerMonth a rdf:Property ; rdfs:label "requests per month" ;
  rdfs:comment "The number of requests a month that the component answers." ;
  rdfs:domain mpli:Usage ; rdfs:range xsd:decimal .
mpli:must a rdf:Property ; rdfs:label "must" ;
  rdfs:comment "A requirement without which an offer does not fit." ;
  rdfs:domain mpli:Component ; rdfs:range mpli:Requirement .
mpli:should a rdf:Property ; rdfs:label "should" ;
  rdfs:comment "A requirement that makes an offer fit better." ;
  rdfs:domain mpli:Component ; rdfs:range mpli:Requirement .
mpli:trustPolicy a rdf:Property ; rdfs:label "trust policy" ;
  rdfs:comment "The policy that says whose credentials are believed: the name of one that the node has, or a policy; in a credential, the policy that is signed." ;
  schema:domainIncludes mpli:Demand .
mpli:presents a rdf:Property ; rdfs:label "presents" ;
  rdfs:comment "A prerequisite, by its token, that the customer can meet." ;
  rdfs:domain mpli:Demand ; rdfs:range xsd:string .
mpli:presentation a rdf:Property ; rdfs:label "presentation" ;
  rdfs:comment "A verifiable presentation of the customer's credentials: the data URL of its envelope." ;
  rdfs:domain mpli:Demand ; rdfs:range rdfs:Resource ;
  rdfs:seeAlso <https://www.w3.org/TR/vc-data-model-2.0/> .
mpli:presentationRequest a rdf:Property ; rdfs:label "request for a presentation" ;
  rdfs:comment "The id of the node's request that the presentation answers." ;
  rdfs:domain mpli:Demand ; rdfs:range xsd:string .
mpli:accepts a rdf:Property ; rdfs:label "accepts" ;
  rdfs:comment "The address of terms that the customer accepts." ;
  rdfs:domain mpli:Demand ; rdfs:range rdfs:Resource .
mpli:customer a rdf:Property ; rdfs:label "customer" ;
  rdfs:comment "Whom the demand speaks for." ;
  rdfs:domain mpli:Demand ; rdfs:range mpli:Customer .
mpli:prefer a rdf:Property ; rdfs:label "prefer" ;
  rdfs:comment "What counts among offers that fit, the most important first or each with a weight." ;
  rdfs:domain mpli:Demand ; rdfs:range rdf:List .
mpli:criterion a rdf:Property ; rdfs:label "criterion" ;
  rdfs:comment "What a preference is for: cheapest, nearest, greenest or fewestProviders." ;
  rdfs:domain mpli:Preference ; rdfs:range xsd:string .
mpli:near a rdf:Property ; rdfs:label "near" ;
  rdfs:comment "The point from which the nearest region is measured." ;
  rdfs:domain mpli:Demand ; rdfs:range schema:GeoCoordinates .
mpli:latencyTable a rdf:Property ; rdfs:label "latency table" ;
  rdfs:comment "A delay between two regions that the demand declares." ;
  rdfs:domain mpli:Demand ; rdfs:range mpli:RegionLatency .
mpli:between a rdf:Property ; rdfs:label "between" ;
  rdfs:comment "One of the two regions that a delay is between." ;
  rdfs:domain mpli:RegionLatency ; rdfs:range mpli:Region .
mpli:latency a rdf:Property ; rdfs:label "latency" ;
  rdfs:comment "A delay of the network: between two regions, or the longest that is accepted." ;
  schema:domainIncludes mpli:RegionLatency, mpli:JointRequirement ; rdfs:range cdt:ucum ; mpli:dimensionUnit "s" .
mpli:together a rdf:Property ; rdfs:label "together" ;
  rdfs:comment "A requirement on several components together." ;
  rdfs:domain mpli:Demand ; rdfs:range mpli:JointRequirement .
mpli:sameRegion a rdf:Property ; rdfs:label "same region" ;
  rdfs:comment "The name of a component that must share its region with the others named." ;
  rdfs:domain mpli:JointRequirement ; rdfs:range xsd:string .
mpli:sameProvider a rdf:Property ; rdfs:label "same provider" ;
  rdfs:comment "The name of a component that must share its provider with the others named." ;
  rdfs:domain mpli:JointRequirement ; rdfs:range xsd:string .
mpli:differentProvider a rdf:Property ; rdfs:label "different provider" ;
  rdfs:comment "The name of a component whose provider must differ from those of the others named." ;
  rdfs:domain mpli:JointRequirement ; rdfs:range xsd:string .
mpli:maxProviders a rdf:Property ; rdfs:label "most providers" ;
  rdfs:comment "The most different providers that all components may have together." ;
  rdfs:domain mpli:JointRequirement ; rdfs:range xsd:integer .
mpli:closeTogether a rdf:Property ; rdfs:label "close together" ;
  rdfs:comment "The name of a component whose region must be within the latency of those of the others named." ;
  rdfs:domain mpli:JointRequirement ; rdfs:range xsd:string .
mpli:budget a rdf:Property ; rdfs:label "budget" ;
  rdfs:comment "The most that all components may cost together." ;
  rdfs:domain mpli:JointRequirement ; rdfs:range xsd:decimal .

sh:path rdfs:label "on" ;
  rdfs:comment "The property of an offer that the requirement is about, or a list of properties that lead to it." ;
  schema:domainIncludes mpli:Requirement ; rdfs:range rdfs:Resource .
sh:zeroOrMorePath rdfs:label "zero or more" ;
  rdfs:comment "The property that a step of a path follows as often as it leads on." ;
  rdfs:range rdf:Property .
sh:hasValue rdfs:label "is" ; rdfs:comment "A value that the fact must have." ;
  schema:domainIncludes mpli:Requirement .
sh:in rdfs:label "is one of" ; rdfs:comment "Values of which the fact must have one." ;
  schema:domainIncludes mpli:Requirement, mpli:Parameter ; rdfs:range rdf:List .
sh:minInclusive rdfs:label "at least" ; rdfs:comment "The least value that fits." ;
  schema:domainIncludes mpli:Requirement, mpli:Parameter .
sh:maxInclusive rdfs:label "at most" ; rdfs:comment "The greatest value that fits." ;
  schema:domainIncludes mpli:Requirement, mpli:Parameter .
sh:minExclusive rdfs:label "more than" ; rdfs:comment "A value that the fact must exceed." ;
  schema:domainIncludes mpli:Requirement .
sh:maxExclusive rdfs:label "less than" ; rdfs:comment "A value that the fact must stay below." ;
  schema:domainIncludes mpli:Requirement .
sh:pattern rdfs:label "matches" ; rdfs:comment "A regular expression that the fact must match." ;
  schema:domainIncludes mpli:Requirement, mpli:Parameter ; rdfs:range xsd:string .
sh:datatype rdfs:label "datatype" ; rdfs:comment "The datatype that the value must have." ;
  schema:domainIncludes mpli:Requirement, mpli:Parameter ; rdfs:range rdfs:Datatype .
sh:class rdfs:label "kind" ; rdfs:comment "A class that the value must be of, by its stated type." ;
  schema:domainIncludes mpli:Requirement ; rdfs:range rdfs:Class .
sh:qualifiedValueShape rdfs:label "having" ; rdfs:comment "Bounds that several values of the fact must each meet." ;
  schema:domainIncludes mpli:Requirement ; rdfs:range mpli:Requirement .
sh:qualifiedMinCount rdfs:label "at least count" ;
  rdfs:comment "How many values of the fact must meet what they are to be having." ;
  schema:domainIncludes mpli:Requirement ; rdfs:range xsd:integer .
sh:or rdfs:label "any of" ; rdfs:comment "Requirements of which one must be met." ;
  schema:domainIncludes mpli:Requirement ; rdfs:range rdf:List .
sh:and rdfs:label "all of" ; rdfs:comment "Requirements that must all be met." ;
  schema:domainIncludes mpli:Requirement ; rdfs:range rdf:List .
sh:not rdfs:label "not" ; rdfs:comment "A requirement that must not be met." ;
  schema:domainIncludes mpli:Requirement ; rdfs:range mpli:Requirement .
sh:name rdfs:label "name" ; rdfs:comment "The member of an order's parameters that the value stands under." ;
  schema:domainIncludes mpli:Parameter ; rdfs:range xsd:string .
sh:description rdfs:label "description" ; rdfs:comment "What the parameter means, for people." ;
  schema:domainIncludes mpli:Parameter ; rdfs:range xsd:string .
sh:defaultValue rdfs:label "default" ; rdfs:comment "The value that holds where an order sets none." ;
  schema:domainIncludes mpli:Parameter .
mpli:weight a rdf:Property ; rdfs:label "weight" ;
  rdfs:comment "How much a preference counts." ;
  schema:domainIncludes mpli:Requirement, mpli:Preference ; rdfs:range xsd:decimal .
mpli:minimumEvidence a rdf:Property ; rdfs:label "evidence" ;
  rdfs:comment "The weakest evidence that is accepted: who must stand for it, in a word, or more in a node." ;
  rdfs:domain mpli:Requirement ; rdfs:range rdfs:Resource .
mpli:party a rdf:Property ; rdfs:label "party" ;
  rdfs:comment "Who must stand for a fact, at least: asserted, declared, attested, certified or accredited." ;
  schema:domainIncludes mpli:EvidenceRequirement, mpli:Evidence ; rdfs:range xsd:string .
mpli:anchor a rdf:Property ; rdfs:label "anchor" ;
  rdfs:comment "The name or address of the trust anchor that the evidence must lead to." ;
  rdfs:domain mpli:EvidenceRequirement ; rdfs:range rdfs:Resource .
mpli:notOlderThan a rdf:Property ; rdfs:label "not older than" ;
  rdfs:comment "The greatest age of the evidence." ;
  rdfs:domain mpli:EvidenceRequirement ; rdfs:range cdt:ucum ; mpli:dimensionUnit "s" .
mpli:absent a rdf:Property ; rdfs:label "absent" ;
  rdfs:comment "How this requirement reads an absent fact: unknown or violated." ;
  rdfs:domain mpli:Requirement ; rdfs:range xsd:string .

# ── Trust policies ────────────────────────────────────────────────────────────────────────────────────────────

mpli:policyVersion a rdf:Property ; rdfs:label "policy version" ;
  rdfs:comment "The version of a policy, which grows with every change." ;
  rdfs:domain mpli:TrustPolicy ; rdfs:range xsd:integer .
mpli:rule a rdf:Property ; rdfs:label "rule" ;
  rdfs:comment "A rule of the policy; what one rule denies no other accepts." ;
  rdfs:domain mpli:TrustPolicy ; rdfs:range mpli:TrustRule .
mpli:effect a rdf:Property ; rdfs:label "effect" ;
  rdfs:comment "What the rule does with the credentials that it is about: accept or deny." ;
  rdfs:domain mpli:TrustRule ; rdfs:range xsd:string .
mpli:issuer a rdf:Property ; rdfs:label "issuer" ;
  rdfs:comment "The DID of an issuer that the rule is about." ;
  rdfs:domain mpli:TrustRule ; rdfs:range rdfs:Resource .
mpli:credentialType a rdf:Property ; rdfs:label "credential type" ;
  rdfs:comment "A type of credential, as credentials write it." ;
  schema:domainIncludes mpli:TrustRule, mpli:Evidence ; rdfs:range xsd:string .
mpli:scope a rdf:Property ; rdfs:label "scope" ;
  rdfs:comment "A certification scheme that the rule is about." ;
  rdfs:domain mpli:TrustRule ; rdfs:range mpli:CertificationScheme .
mpli:anchorCategory a rdf:Property ; rdfs:label "anchor category" ;
  rdfs:comment "A category of X.509 trust anchors, to one of which the issuer's certificate leads." ;
  rdfs:domain mpli:TrustRule ; rdfs:range xsd:string .
mpli:confers a rdf:Property ; rdfs:label "confers" ;
  rdfs:comment "What the rule takes the issuer for: certification-body or accreditation-body." ;
  rdfs:domain mpli:TrustRule ; rdfs:range xsd:string .
mpli:validFrom a rdf:Property ; rdfs:label "valid from" ;
  rdfs:comment "When the rule begins to hold." ;
  rdfs:domain mpli:TrustRule ; rdfs:range xsd:dateTime .
mpli:validUntil a rdf:Property ; rdfs:label "valid until" ;
  rdfs:comment "When the rule ceases to hold." ;
  rdfs:domain mpli:TrustRule ; rdfs:range xsd:dateTime .
mpli:imports a rdf:Property ; rdfs:label "imports" ;
  rdfs:comment "Another policy whose rules hold as well." ;
  rdfs:domain mpli:TrustPolicy ; rdfs:range mpli:PolicyImport .
mpli:policy a rdf:Property ; rdfs:label "policy" ;
  rdfs:comment "The address of the policy that is imported." ;
  rdfs:domain mpli:PolicyImport ; rdfs:range mpli:TrustPolicy .

# ── Reports, written by nodes ─────────────────────────────────────────────────────────────────────────────────

mpli:Report a rdfs:Class ; rdfs:label "report" ;
  rdfs:comment "The answer of a node to a demand." .
mpli:MatchReport a rdfs:Class ; rdfs:subClassOf mpli:Report ; rdfs:label "match report" ;
  rdfs:comment "Which offers of a market meet a demand, and why." .
mpli:CompositionReport a rdfs:Class ; rdfs:subClassOf mpli:Report ; rdfs:label "composition report" ;
  rdfs:comment "Which offers to take for all components of a demand together." .
mpli:Source a rdfs:Class ; rdfs:label "source" ;
  rdfs:comment "A manifest that a demand was compared with, in one of its versions." .
mpli:Warning a rdfs:Class ; rdfs:label "warning" ;
  rdfs:comment "Something that a reader of a report should know." .
mpli:Shortfall a rdfs:Class ; rdfs:label "shortfall" ;
  rdfs:comment "How many offers one requirement, the status or prerequisites keep from being compatible." .
mpli:Result a rdfs:Class ; rdfs:label "result" ;
  rdfs:comment "What a component's requirements made of one offer." .
mpli:RequirementResult a rdfs:Class ; rdfs:label "requirement result" ;
  rdfs:comment "How one requirement, or a part of one, ended on one offer." .
mpli:Fact a rdfs:Class ; rdfs:label "fact" ;
  rdfs:comment "A statement of a manifest or of the vocabulary that an outcome rests on." .
mpli:Evidence a rdfs:Class ; rdfs:label "evidence" ;
  rdfs:comment "A credential, as far as it stands for a stated value." .
mpli:Obstacle a rdfs:Class ; rdfs:label "obstacle" ;
  rdfs:comment "What stands in the way of an offer besides requirements." .
mpli:Need a rdfs:Class ; rdfs:label "need" ;
  rdfs:comment "What a customer still has to bring." .
mpli:Relaxation a rdfs:Class ; rdfs:label "relaxation" ;
  rdfs:comment "Changes to a demand under which an offer is compatible." .
mpli:DemandChange a rdfs:Class ; rdfs:label "change to a demand" ;
  rdfs:comment "One thing that a relaxation changes." .
mpli:ComputedPrice a rdfs:Class ; rdfs:label "computed price" ;
  rdfs:comment "What one of a component costs in a month of the stated usage." .
mpli:PriceLine a rdfs:Class ; rdfs:label "price line" ;
  rdfs:comment "One summand of a computed price." .
mpli:Composition a rdfs:Class ; rdfs:label "composition" ;
  rdfs:comment "One choice for each component of a demand, such that all joint requirements hold." .
mpli:Choice a rdfs:Class ; rdfs:label "choice" ;
  rdfs:comment "An offer, in a region, for a component." .
mpli:Outcome a rdfs:Class ; rdfs:label "outcome" ;
  rdfs:comment "How a requirement or the search for a composition ended." .
mpli:Verdict a rdfs:Class ; rdfs:label "verdict" ;
  rdfs:comment "Whether an offer is compatible with a component." .

mpli:demandDigest a rdf:Property ; rdfs:label "demand" ;
  rdfs:comment "The digest of the demand's graph." ;
  rdfs:domain mpli:Report ; rdfs:range xsd:string .
mpli:snapshot a rdf:Property ; rdfs:label "snapshot" ;
  rdfs:comment "The digest that names the manifests which the demand was compared with." ;
  rdfs:domain mpli:Report ; rdfs:range xsd:string .
mpli:credentialDigest a rdf:Property ; rdfs:label "credential" ;
  rdfs:comment "The digest of a credential that was considered." ;
  schema:domainIncludes mpli:Report, mpli:Evidence ; rdfs:range xsd:string .
mpli:presentationDigest a rdf:Property ; rdfs:label "presentation" ;
  rdfs:comment "The SHA-256 of the presentation that the demand came with." ;
  rdfs:domain mpli:Report ; rdfs:range xsd:string .
mpli:presentationFault a rdf:Property ; rdfs:label "fault of the presentation" ;
  rdfs:comment "The code of a check that the presentation did not pass." ;
  rdfs:domain mpli:Report ; rdfs:range xsd:string .
mpli:policyName a rdf:Property ; rdfs:label "trust policy" ;
  rdfs:comment "The name of the policy by which credentials were weighed." ;
  rdfs:domain mpli:Report ; rdfs:range xsd:string .
mpli:ruleVersion a rdf:Property ; rdfs:label "rule version" ;
  rdfs:comment "The version of the rules that the report was made by." ;
  rdfs:domain mpli:Report ; rdfs:range xsd:string .
mpli:resultLimit a rdf:Property ; rdfs:label "limit" ;
  rdfs:comment "The most results that the report lists of a component." ;
  rdfs:domain mpli:MatchReport ; rdfs:range xsd:integer .
mpli:source a rdf:Property ; rdfs:label "source" ;
  rdfs:comment "A manifest that the demand was compared with." ;
  rdfs:domain mpli:Report ; rdfs:range mpli:Source .
mpli:manifestDigest a rdf:Property ; rdfs:label "manifest" ;
  rdfs:comment "The digest of the version of the provider's manifest." ;
  schema:domainIncludes mpli:Source, mpli:Warning, mpli:Result, mpli:Choice ; rdfs:range xsd:string .
mpli:warning a rdf:Property ; rdfs:label "warnings" ;
  rdfs:comment "What a reader of the report should know." ;
  rdfs:domain mpli:Report ; rdfs:range rdf:List .
mpli:warningCode a rdf:Property ; rdfs:label "code" ;
  rdfs:comment "What a warning is about: not-evaluated, stale-source or unknown-area." ;
  rdfs:domain mpli:Warning ; rdfs:range xsd:string .
mpli:unevaluatedTerm a rdf:Property ; rdfs:label "term" ;
  rdfs:comment "A term of the demand that was not evaluated." ;
  rdfs:domain mpli:Warning ; rdfs:range xsd:string .
mpli:unknownArea a rdf:Property ; rdfs:label "area" ;
  rdfs:comment "An area asked for that neither the vocabulary nor a manifest knows." ;
  rdfs:domain mpli:Warning ; rdfs:range rdfs:Resource .

mpli:compatibleOffers a rdf:Property ; rdfs:label "compatible offers" ;
  rdfs:comment "How many offers are compatible, or would be." ;
  schema:domainIncludes mpli:Component, mpli:Relaxation ; rdfs:range xsd:integer .
mpli:undeterminedOffers a rdf:Property ; rdfs:label "undetermined offers" ;
  rdfs:comment "Of how many offers the stated facts do not tell whether they are compatible." ;
  rdfs:domain mpli:Component ; rdfs:range xsd:integer .
mpli:incompatibleOffers a rdf:Property ; rdfs:label "incompatible offers" ;
  rdfs:comment "How many offers are not compatible." ;
  rdfs:domain mpli:Component ; rdfs:range xsd:integer .
mpli:shortfall a rdf:Property ; rdfs:label "shortfalls" ;
  rdfs:comment "What keeps offers from being compatible, over all offers of the class." ;
  rdfs:domain mpli:Component ; rdfs:range rdf:List .
mpli:reasonCounts a rdf:Property ; rdfs:label "reasons" ;
  rdfs:comment "The number of offers by reason, as an object of JSON." ;
  rdfs:domain mpli:Shortfall ; rdfs:range rdf:JSON .
mpli:aloneOffers a rdf:Property ; rdfs:label "alone" ;
  rdfs:comment "The number of offers that nothing else keeps from being compatible." ;
  rdfs:domain mpli:Shortfall ; rdfs:range xsd:integer .
mpli:result a rdf:Property ; rdfs:label "results" ;
  rdfs:comment "The best offers for the component, in order." ;
  rdfs:domain mpli:Component ; rdfs:range rdf:List .

mpli:offerName a rdf:Property ; rdfs:label "offer name" ;
  rdfs:comment "The name of the offer." ;
  schema:domainIncludes mpli:Result, mpli:Choice ; rdfs:range xsd:string .
mpli:providerName a rdf:Property ; rdfs:label "provider name" ;
  rdfs:comment "The name of the provider." ;
  schema:domainIncludes mpli:Result, mpli:Choice ; rdfs:range xsd:string .
mpli:verdict a rdf:Property ; rdfs:label "verdict" ;
  rdfs:comment "Whether the offer is compatible." ;
  rdfs:domain mpli:Result ; rdfs:range mpli:Verdict .
mpli:score a rdf:Property ; rdfs:label "score" ;
  rdfs:comment "The share of the wishes that are satisfied, by weight, from 0 to 1." ;
  rdfs:domain mpli:Result ; rdfs:range xsd:decimal .
mpli:requirementResult a rdf:Property ; rdfs:label "requirements" ;
  rdfs:comment "How each requirement ended on the offer." ;
  rdfs:domain mpli:Result ; rdfs:range rdf:List .
mpli:obstacle a rdf:Property ; rdfs:label "obstacles" ;
  rdfs:comment "What stands in the way of the offer besides requirements." ;
  rdfs:domain mpli:Result ; rdfs:range rdf:List .
mpli:relaxation a rdf:Property ; rdfs:label "relaxation" ;
  rdfs:comment "The smallest change under which the offer is compatible, or a list of the smallest for a component." ;
  schema:domainIncludes mpli:Result, mpli:Component ; rdfs:range rdfs:Resource .

mpli:strength a rdf:Property ; rdfs:label "strength" ;
  rdfs:comment "Whether the requirement is a must or a should." ;
  rdfs:domain mpli:RequirementResult ; rdfs:range xsd:string .
mpli:on a rdf:Property ; rdfs:label "on" ;
  rdfs:comment "What was judged, as JSON writes it: a property, a path, anyOf, allOf, not, status or prerequisite." ;
  schema:domainIncludes mpli:RequirementResult, mpli:Obstacle, mpli:Shortfall, mpli:DemandChange ;
  rdfs:range xsd:string .
mpli:outcome a rdf:Property ; rdfs:label "outcome" ;
  rdfs:comment "How it ended." ;
  schema:domainIncludes mpli:RequirementResult, mpli:Obstacle, mpli:CompositionReport ; rdfs:range mpli:Outcome .
mpli:reason a rdf:Property ; rdfs:label "reason" ;
  rdfs:comment "Why it ended so, as a code of the table of reasons; of a price, why there is none." ;
  schema:domainIncludes mpli:RequirementResult, mpli:Obstacle, mpli:ComputedPrice ; rdfs:range xsd:string .
mpli:expected a rdf:Property ; rdfs:label "expected" ;
  rdfs:comment "The bounds as written, by operator, as an object of JSON." ;
  schema:domainIncludes mpli:RequirementResult, mpli:Shortfall ; rdfs:range rdf:JSON .
mpli:found a rdf:Property ; rdfs:label "found" ;
  rdfs:comment "A value that is stated, as JSON writes it." ;
  schema:domainIncludes mpli:RequirementResult, mpli:Obstacle ; rdfs:range xsd:string .
mpli:compared a rdf:Property ; rdfs:label "compared" ;
  rdfs:comment "What was found and the bounds, in the same base units, as an object of JSON." ;
  rdfs:domain mpli:RequirementResult ; rdfs:range rdf:JSON .
mpli:fact a rdf:Property ; rdfs:label "fact" ;
  rdfs:comment "A statement that the outcome rests on." ;
  rdfs:domain mpli:RequirementResult ; rdfs:range mpli:Fact .
mpli:evidence a rdf:Property ; rdfs:label "evidence" ;
  rdfs:comment "A credential that states what was found." ;
  rdfs:domain mpli:RequirementResult ; rdfs:range mpli:Evidence .
<https://www.w3.org/2018/credentials#issuer> rdfs:label "issuer" ; rdfs:comment "Who signed the credential." ;
  schema:domainIncludes mpli:Evidence ; rdfs:range rdfs:Resource .
mpli:credentialFault a rdf:Property ; rdfs:label "fault" ;
  rdfs:comment "What keeps the credential from counting, as a code of verification." ;
  rdfs:domain mpli:Evidence ; rdfs:range xsd:string .
mpli:binding a rdf:Property ; rdfs:label "binding" ;
  rdfs:comment "What ties the one to the other: of a way of delivering, the name by which the provider's runners know it, such as ansible:volume, that of the tool unless stated; of evidence, by what the credential is one of the provider or the offer, label or legal-identifier, where not by an IRI." ;
  schema:domainIncludes mpli:DeliveryBinding, mpli:Evidence ; rdfs:range xsd:string .
mpli:unbound a rdf:Property ; rdfs:label "unbound" ;
  rdfs:comment "Why the credential is not one of the provider or the offer." ;
  rdfs:domain mpli:Evidence ; rdfs:range xsd:string .
mpli:checkedAt a rdf:Property ; rdfs:label "checked at" ;
  rdfs:comment "When the credential was last looked at." ;
  rdfs:domain mpli:Evidence ; rdfs:range xsd:dateTime .
mpli:statusAsOf a rdf:Property ; rdfs:label "status as of" ;
  rdfs:comment "When the status of the credential was last known." ;
  rdfs:domain mpli:Evidence ; rdfs:range xsd:dateTime .
mpli:part a rdf:Property ; rdfs:label "parts" ;
  rdfs:comment "How the parts of a requirement that joins others ended." ;
  rdfs:domain mpli:RequirementResult ; rdfs:range rdf:List .
sh:resultMessage rdfs:label "message" ; rdfs:comment "A sentence for people." ;
  schema:domainIncludes mpli:RequirementResult, mpli:Obstacle, mpli:Relaxation ; rdfs:range xsd:string .
sh:focusNode rdfs:label "subject" ; rdfs:comment "The offer, provider or place that a fact is stated of." ;
  schema:domainIncludes mpli:Fact ; rdfs:range rdfs:Resource .
mpli:steps a rdf:Property ; rdfs:label "path" ;
  rdfs:comment "The properties that lead from the subject of a fact to its value." ;
  rdfs:domain mpli:Fact ; rdfs:range rdf:List .
rdf:value rdfs:label "value" ; rdfs:comment "The value of a fact, as JSON writes it." ;
  schema:domainIncludes mpli:Fact ; rdfs:range xsd:string .

mpli:need a rdf:Property ; rdfs:label "need" ;
  rdfs:comment "What the customer still has to bring." ;
  schema:domainIncludes mpli:Obstacle, mpli:DemandChange ; rdfs:range mpli:Need .
mpli:needKind a rdf:Property ; rdfs:label "kind of need" ;
  rdfs:comment "What kind of thing is to be brought: presentation, credentials, acceptance or country." ;
  rdfs:domain mpli:Need ; rdfs:range xsd:string .
mpli:needOf a rdf:Property ; rdfs:label "of" ;
  rdfs:comment "The token to be presented or shown by credentials, or the address of the terms to be accepted." ;
  rdfs:domain mpli:Need ; rdfs:range xsd:string .
mpli:notShown a rdf:Property ; rdfs:label "missing" ;
  rdfs:comment "What keeps a presentation from answering the query of a prerequisite, as JSON writes it." ;
  rdfs:domain mpli:Obstacle ; rdfs:range rdf:JSON .
mpli:demandChange a rdf:Property ; rdfs:label "changes" ;
  rdfs:comment "What would have to change." ;
  rdfs:domain mpli:Relaxation ; rdfs:range rdf:List .
mpli:changeKind a rdf:Property ; rdfs:label "how" ;
  rdfs:comment "The kind of the change: move, widen, count, evidence, wish or bring." ;
  rdfs:domain mpli:DemandChange ; rdfs:range xsd:string .
mpli:changedFrom a rdf:Property ; rdfs:label "from" ;
  rdfs:comment "What the demand asks, as JSON." ;
  rdfs:domain mpli:DemandChange ; rdfs:range rdf:JSON .
mpli:changedTo a rdf:Property ; rdfs:label "to" ;
  rdfs:comment "What it would ask instead, as JSON." ;
  rdfs:domain mpli:DemandChange ; rdfs:range rdf:JSON .

mpli:computedPrice a rdf:Property ; rdfs:label "computed price" ;
  rdfs:comment "What one of the component costs in a month." ;
  schema:domainIncludes mpli:Result, mpli:Choice ; rdfs:range mpli:ComputedPrice .
mpli:monthly a rdf:Property ; rdfs:label "monthly" ;
  rdfs:comment "The amount a month, rounded to six decimals." ;
  schema:domainIncludes mpli:ComputedPrice, mpli:PriceLine, mpli:Composition, mpli:Choice ; rdfs:range xsd:decimal .
mpli:partial a rdf:Property ; rdfs:label "partial" ;
  rdfs:comment "Whether charges were left out." ;
  rdfs:domain mpli:ComputedPrice ; rdfs:range xsd:boolean .
mpli:leftOut a rdf:Property ; rdfs:label "left out" ;
  rdfs:comment "A kind of charges that was left out: once, per-unit, tiered or malformed." ;
  rdfs:domain mpli:ComputedPrice ; rdfs:range xsd:string .
mpli:priceLine a rdf:Property ; rdfs:label "lines" ;
  rdfs:comment "What the amount is the sum of." ;
  rdfs:domain mpli:ComputedPrice ; rdfs:range rdf:List .
mpli:chargedBy a rdf:Property ; rdfs:label "charged by" ;
  rdfs:comment "The period, or the part of the usage, that is charged." ;
  rdfs:domain mpli:PriceLine ; rdfs:range xsd:string .
mpli:times a rdf:Property ; rdfs:label "times" ;
  rdfs:comment "How many times the amount falls due in the month." ;
  rdfs:domain mpli:PriceLine ; rdfs:range xsd:decimal .

mpli:inRegion a rdf:Property ; rdfs:label "region" ;
  rdfs:comment "The region that the price or the choice is for." ;
  schema:domainIncludes mpli:ComputedPrice, mpli:Choice ; rdfs:range mpli:Region .

mpli:explored a rdf:Property ; rdfs:label "explored" ;
  rdfs:comment "How many steps the search for a composition took." ;
  rdfs:domain mpli:CompositionReport ; rdfs:range xsd:integer .
mpli:gap a rdf:Property ; rdfs:label "gap" ;
  rdfs:comment "How much less a month the best composition may cost than the best that was found." ;
  rdfs:domain mpli:CompositionReport ; rdfs:range xsd:decimal .
mpli:choiceCount a rdf:Property ; rdfs:label "number of choices" ;
  rdfs:comment "How many compatible offers there are, each counted in each of its regions." ;
  rdfs:domain mpli:Component ; rdfs:range xsd:integer .
mpli:composition a rdf:Property ; rdfs:label "compositions" ;
  rdfs:comment "The best composition, and the next best in order." ;
  rdfs:domain mpli:CompositionReport ; rdfs:range rdf:List .
mpli:providerCount a rdf:Property ; rdfs:label "number of providers" ;
  rdfs:comment "How many providers the composition has." ;
  rdfs:domain mpli:Composition ; rdfs:range xsd:integer .
mpli:choice a rdf:Property ; rdfs:label "choices" ;
  rdfs:comment "What is taken for each component." ;
  rdfs:domain mpli:Composition ; rdfs:range rdf:List .
mpli:componentName a rdf:Property ; rdfs:label "component name" ;
  rdfs:comment "The name of the component that the choice is for." ;
  rdfs:domain mpli:Choice ; rdfs:range xsd:string .
mpli:missingComponent a rdf:Property ; rdfs:label "missing component" ;
  rdfs:comment "The name of a component that nothing can be chosen for." ;
  rdfs:domain mpli:CompositionReport ; rdfs:range xsd:string .
mpli:removal a rdf:Property ; rdfs:label "removals" ;
  rdfs:comment "The smallest lists of joint requirements without which there is a composition." ;
  rdfs:domain mpli:CompositionReport ; rdfs:range rdf:List .

mpli:satisfied a mpli:Outcome ; rdfs:label "satisfied" ; rdfs:comment "The stated facts meet the requirement." .
mpli:optimal a mpli:Outcome ; rdfs:label "optimal" ; rdfs:comment "No composition is better than the first." .
mpli:feasible a mpli:Outcome ; rdfs:label "feasible" ;
  rdfs:comment "There are compositions, and better ones were not ruled out." .
mpli:infeasible a mpli:Outcome ; rdfs:label "infeasible" ; rdfs:comment "There is no composition." .
mpli:undecided a mpli:Outcome ; rdfs:label "undecided" ;
  rdfs:comment "No composition was found, and that there is one was not ruled out." .
mpli:compatible a mpli:Verdict ; rdfs:label "compatible" ; rdfs:comment "The offer meets every must." .
mpli:undetermined a mpli:Verdict ; rdfs:label "undetermined" ;
  rdfs:comment "The stated facts do not tell whether the offer meets every must." .
mpli:incompatible a mpli:Verdict ; rdfs:label "incompatible" ; rdfs:comment "The offer does not meet a must." .

# ── Node document ─────────────────────────────────────────────────────────────────────────────────────────────

mpli:protocolVersion a rdf:Property ; rdfs:label "protocol version" ;
  rdfs:comment "A version of MPLI that the node speaks." ;
  rdfs:domain mpli:Node ; rdfs:range xsd:string .
mpli:did a rdf:Property ; rdfs:label "DID" ;
  rdfs:comment "The decentralised identifier of the party that runs the node." ;
  rdfs:domain mpli:Node ; rdfs:range rdfs:Resource .
mpli:role a rdf:Property ; rdfs:label "role" ;
  rdfs:comment "A part that the node plays: provider, catalogue, orchestrator or verifier." ;
  rdfs:domain mpli:Node ; rdfs:range xsd:string .
mpli:feature a rdf:Property ; rdfs:label "feature" ;
  rdfs:comment "A part of the interface that the node implements." ;
  rdfs:domain mpli:Node ; rdfs:range xsd:string .
mpli:mediaType a rdf:Property ; rdfs:label "media type" ;
  rdfs:comment "A media type in which the node reads and writes graphs." ;
  rdfs:domain mpli:Node ; rdfs:range xsd:string .
mpli:endpoint a rdf:Property ; rdfs:label "endpoint" ;
  rdfs:comment "An address of the node's interface." ;
  rdfs:domain mpli:Node ; rdfs:range mpli:Endpoint .
mpli:endpointName a rdf:Property ; rdfs:label "endpoint name" ;
  rdfs:comment "The name under which the node document lists an endpoint." ;
  rdfs:domain mpli:Endpoint ; rdfs:range xsd:string .
mpli:limits a rdf:Property ; rdfs:label "limits" ;
  rdfs:comment "The limits of the node." ;
  rdfs:domain mpli:Node ; rdfs:range mpli:Limits .
mpli:offersPerPage a rdf:Property ; rdfs:label "offers per page" ;
  rdfs:comment "The most offers that one document of a manifest holds." ;
  rdfs:domain mpli:Limits ; rdfs:range xsd:integer .
mpli:statementsPerPage a rdf:Property ; rdfs:label "statements per page" ;
  rdfs:comment "The most statements that one document of a manifest holds, unless one offer alone has more." ;
  rdfs:domain mpli:Limits ; rdfs:range xsd:integer .
mpli:manifestBytes a rdf:Property ; rdfs:label "manifest bytes" ;
  rdfs:comment "The largest manifest that the node reads, in bytes." ;
  rdfs:domain mpli:Limits ; rdfs:range xsd:integer .
mpli:demandBytes a rdf:Property ; rdfs:label "demand bytes" ;
  rdfs:comment "The largest demand that the node reads, in bytes." ;
  rdfs:domain mpli:Limits ; rdfs:range xsd:integer .
mpli:providers a rdf:Property ; rdfs:label "providers" ;
  rdfs:comment "The number of providers that a catalogue keeps." ;
  rdfs:domain mpli:Limits ; rdfs:range xsd:integer .

# ── How properties are compared: annotations on the properties above ──────────────────────────────────────────

mpli:comparison a rdf:Property ; rdfs:label "comparison" ;
  rdfs:comment "How the values of the property are compared." ;
  rdfs:domain rdf:Property ; rdfs:range mpli:Comparison .
mpli:comparedBy a rdf:Property ; rdfs:label "compared by" ;
  rdfs:comment "The property of the value's node that holds what is compared." ;
  rdfs:domain rdf:Property ; rdfs:range rdf:Property .
mpli:dimensionUnit a rdf:Property ; rdfs:label "dimension unit" ;
  rdfs:comment "The UCUM unit that every value of the property can be converted to." ;
  rdfs:domain rdf:Property ; rdfs:range xsd:string .
mpli:absentMeans a rdf:Property ; rdfs:label "absent means" ;
  rdfs:comment "What a requirement concludes when the fact is absent; unknown unless said." ;
  rdfs:domain rdf:Property ; rdfs:range mpli:AbsentReading .
mpli:inheritedFrom a rdf:Property ; rdfs:label "inherited from" ;
  rdfs:comment "The property that leads to the node from which an offer inherits the fact." ;
  rdfs:domain rdf:Property ; rdfs:range rdf:Property .

mpli:AsQuantity a mpli:Comparison ; rdfs:label "quantity" ; rdfs:comment "By amount, after conversion to one unit." .
mpli:AsNumber a mpli:Comparison ; rdfs:label "number" ; rdfs:comment "By numeric value." .
mpli:AsVersion a mpli:Comparison ; rdfs:label "version" ; rdfs:comment "Part by part, numbers as numbers." .
mpli:AsText a mpli:Comparison ; rdfs:label "text" ; rdfs:comment "As text, equal or not." .
mpli:AsPlace a mpli:Comparison ; rdfs:label "place" ; rdfs:comment "As a place, the same or within." .
mpli:AsTerm a mpli:Comparison ; rdfs:label "term" ; rdfs:comment "As an IRI, the same or narrower." .
mpli:AsBoolean a mpli:Comparison ; rdfs:label "boolean" ; rdfs:comment "As true or false." .
mpli:violated a mpli:AbsentReading, mpli:Outcome ; rdfs:label "violated" ;
  rdfs:comment "The requirement does not hold; of an absent fact, what is not stated does not hold." .
mpli:unknown a mpli:AbsentReading, mpli:Outcome ; rdfs:label "unknown" ;
  rdfs:comment "The requirement may hold or not; of an absent fact, what is not stated may hold or not." .

# ── Credentials ──────────────────────────────────────────────────────────────────────────────────────────────

mpli:CertificationCredential a rdfs:Class ; rdfs:subClassOf <https://www.w3.org/2018/credentials#VerifiableCredential> ; rdfs:label "certification credential" ;
  rdfs:comment "A credential in which a certification body says what a provider or an offer is certified for." .
mpli:AccreditationCredential a rdfs:Class ; rdfs:subClassOf <https://www.w3.org/2018/credentials#VerifiableCredential> ; rdfs:label "accreditation credential" ;
  rdfs:comment "A credential in which an accreditation body says under which schemes a certification body may certify." .
mpli:LegalIdentityCredential a rdfs:Class ; rdfs:subClassOf <https://www.w3.org/2018/credentials#VerifiableCredential> ; rdfs:label "legal identity credential" ;
  rdfs:comment "A credential that says which registered organisation a DID belongs to." .
mpli:ServiceLevelCredential a rdfs:Class ; rdfs:subClassOf <https://www.w3.org/2018/credentials#VerifiableCredential> ; rdfs:label "service level credential" ;
  rdfs:comment "A credential in which a party promises, or agrees to, what a service will reach." .
mpli:ServiceLevelMeasurementCredential a rdfs:Class ; rdfs:subClassOf <https://www.w3.org/2018/credentials#VerifiableCredential> ; rdfs:label "service level measurement credential" ;
  rdfs:comment "A credential in which a monitor says what a service did reach." .
mpli:TrustPolicyCredential a rdfs:Class ; rdfs:subClassOf <https://www.w3.org/2018/credentials#VerifiableCredential> ; rdfs:label "trust policy credential" ;
  rdfs:comment "A credential in which whoever keeps a trust policy says that it is theirs." .
mpli:BillingCredential a rdfs:Class ; rdfs:subClassOf <https://www.w3.org/2018/credentials#VerifiableCredential> ; rdfs:label "billing credential" ;
  rdfs:comment "A credential that binds an invoice, by its digest, to its seller, its buyer and its totals." .
mpli:Accreditation a rdfs:Class ; rdfs:label "accreditation" ;
  rdfs:comment "The statement that a body is competent to certify under schemes." .
mpli:LegalIdentity a rdfs:Class ; rdfs:label "legal identity" ;
  rdfs:comment "The name and registration numbers of an organisation." .
mpli:ServiceLevel a rdfs:Class ; rdfs:label "service level" ;
  rdfs:comment "What a service is promised to reach, and what follows where it does not." .
mpli:ServiceLevelObjective a rdfs:Class ; rdfs:label "service level objective" ;
  rdfs:comment "A bound on one metric of a service." .
mpli:ServiceLevelMetric a rdfs:Class ; rdfs:label "service level metric" ;
  rdfs:comment "Something about a service that is measured." .
mpli:Remedy a rdfs:Class ; rdfs:label "remedy" ;
  rdfs:comment "What the provider owes where an objective is missed." .
mpli:ServiceLevelMeasurement a rdfs:Class ; rdfs:label "service level measurement" ;
  rdfs:comment "The value that a metric had over a time." .
mpli:Invoice a rdfs:Class ; rdfs:label "invoice" ;
  rdfs:comment "A bill, of which a credential repeats the totals and the digest." .
mpli:UsageDataset a rdfs:Class ; rdfs:label "usage dataset" ;
  rdfs:comment "A file of charges in the format of FOCUS." .
mpli:EvidenceDocument a rdfs:Class ; rdfs:label "evidence document" ;
  rdfs:comment "A file that a credential is about or rests on, with its digest." .
mpli:schemeVersion a rdf:Property ; rdfs:label "scheme version" ;
  rdfs:comment "The edition of the scheme, such as 2022." ;
  rdfs:domain mpli:Certification ; rdfs:range xsd:string .
mpli:certificateNumber a rdf:Property ; rdfs:label "certificate number" ;
  rdfs:comment "The number of the certificate at the certification body." ;
  rdfs:domain mpli:Certification ; rdfs:range xsd:string .
mpli:certificationScope a rdf:Property ; rdfs:label "certification scope" ;
  rdfs:comment "What is certified, in the words of the certificate." ;
  rdfs:domain mpli:Certification ; rdfs:range xsd:string .
mpli:certifiedService a rdf:Property ; rdfs:label "certified service" ;
  rdfs:comment "An offer within the scope; without any, all of the subject is." ;
  rdfs:domain mpli:Certification ; rdfs:range rdfs:Resource .
mpli:certifiedSite a rdf:Property ; rdfs:label "certified site" ;
  rdfs:comment "A region within the scope; without any, all regions of the subject are." ;
  rdfs:domain mpli:Certification ; rdfs:range rdfs:Resource .
mpli:certificationBody a rdf:Property ; rdfs:label "certification body" ;
  rdfs:comment "The name of the body that certified." ;
  rdfs:domain mpli:Certification ; rdfs:range xsd:string .
mpli:accreditationCredential a rdf:Property ; rdfs:label "accreditation credential" ;
  rdfs:comment "The credential by which the certification body is accredited." ;
  rdfs:domain mpli:Certification ; rdfs:range mpli:AccreditationCredential .
mpli:surveillanceDate a rdf:Property ; rdfs:label "surveillance date" ;
  rdfs:comment "The day by which the next surveillance audit is due." ;
  rdfs:domain mpli:Certification ; rdfs:range xsd:date .
mpli:evidenceDocument a rdf:Property ; rdfs:label "evidence document" ;
  rdfs:comment "A file that bears the statement out, such as the certificate or the report." ;
  schema:domainIncludes mpli:Certification, mpli:Accreditation, mpli:ServiceLevel, mpli:ServiceLevelMeasurement ; rdfs:range mpli:EvidenceDocument .
mpli:accreditation a rdf:Property ; rdfs:label "accreditation" ;
  rdfs:comment "An accreditation that the certification body holds." ;
  rdfs:domain schema:Organization ; rdfs:range mpli:Accreditation .
mpli:accreditedScheme a rdf:Property ; rdfs:label "accredited scheme" ;
  rdfs:comment "A scheme under which the body may certify." ;
  rdfs:domain mpli:Accreditation ; rdfs:range mpli:CertificationScheme .
mpli:accreditationStandard a rdf:Property ; rdfs:label "accreditation standard" ;
  rdfs:comment "The standard that the body fulfils, such as ISO/IEC 17021-1." ;
  rdfs:domain mpli:Accreditation ; rdfs:range xsd:string .
mpli:accreditationNumber a rdf:Property ; rdfs:label "accreditation number" ;
  rdfs:comment "The number of the accreditation at the accreditation body." ;
  rdfs:domain mpli:Accreditation ; rdfs:range xsd:string .
mpli:accreditationScope a rdf:Property ; rdfs:label "accreditation scope" ;
  rdfs:comment "What the body may certify, in the words of the accreditation." ;
  rdfs:domain mpli:Accreditation ; rdfs:range xsd:string .
mpli:accreditationBody a rdf:Property ; rdfs:label "accreditation body" ;
  rdfs:comment "The name of the body that accredited." ;
  rdfs:domain mpli:Accreditation ; rdfs:range xsd:string .
mpli:legalIdentity a rdf:Property ; rdfs:label "legal identity" ;
  rdfs:comment "The organisation that a DID belongs to." ;
  rdfs:domain schema:Organization ; rdfs:range mpli:LegalIdentity .
schema:legalName rdfs:label "legal name" ;
  rdfs:comment "The registered name of the organisation." ;
  rdfs:domain mpli:LegalIdentity ; rdfs:range xsd:string .
schema:vatID rdfs:label "VAT number" ;
  rdfs:comment "The number for value added tax, with the country before it." ;
  rdfs:domain mpli:LegalIdentity ; rdfs:range xsd:string .
schema:leiCode rdfs:label "LEI" ;
  rdfs:comment "The Legal Entity Identifier of ISO 17442." ;
  rdfs:domain mpli:LegalIdentity ; rdfs:range xsd:string .
schema:taxID rdfs:label "tax number" ;
  rdfs:comment "A national tax number." ;
  rdfs:domain mpli:LegalIdentity ; rdfs:range xsd:string .
mpli:euid a rdf:Property ; rdfs:label "EUID" ;
  rdfs:comment "The European Unique Identifier of a company, of the interconnected business registers." ;
  rdfs:domain mpli:LegalIdentity ; rdfs:range xsd:string .
mpli:eori a rdf:Property ; rdfs:label "EORI number" ;
  rdfs:comment "The number of an economic operator with the customs of the European Union." ;
  rdfs:domain mpli:LegalIdentity ; rdfs:range xsd:string .
mpli:registrationNumber a rdf:Property ; rdfs:label "registration number" ;
  rdfs:comment "A number in a national register that has no name of its own here." ;
  rdfs:domain mpli:LegalIdentity ; rdfs:range xsd:string .
mpli:serviceLevel a rdf:Property ; rdfs:label "service level" ;
  rdfs:comment "The service level of an offer." ;
  rdfs:domain schema:Offer ; rdfs:range mpli:ServiceLevel .
mpli:agreedWith a rdf:Property ; rdfs:label "agreed with" ;
  rdfs:comment "The customer that the service level was agreed with; without one it is an offer to all." ;
  rdfs:domain mpli:ServiceLevel ; rdfs:range rdfs:Resource .
mpli:order a rdf:Property ; rdfs:label "order" ;
  rdfs:comment "The order that a service level or an invoice belongs to." ;
  schema:domainIncludes mpli:ServiceLevel, mpli:Invoice ; rdfs:range rdfs:Resource .
mpli:objective a rdf:Property ; rdfs:label "objective" ;
  rdfs:comment "A bound that the service is promised to keep." ;
  rdfs:domain mpli:ServiceLevel ; rdfs:range mpli:ServiceLevelObjective .
mpli:metric a rdf:Property ; rdfs:label "metric" ;
  rdfs:comment "What is measured." ;
  rdfs:domain mpli:ServiceLevelObjective ; rdfs:range mpli:ServiceLevelMetric .
mpli:comparator a rdf:Property ; rdfs:label "comparator" ;
  rdfs:comment "Which side of the target is kept: one of the four bounds of SHACL." ;
  rdfs:domain mpli:ServiceLevelObjective ; rdfs:range rdf:Property .
mpli:target a rdf:Property ; rdfs:label "target" ;
  rdfs:comment "The bound itself, with its unit." ;
  rdfs:domain mpli:ServiceLevelObjective ; rdfs:range cdt:ucum .
mpli:window a rdf:Property ; rdfs:label "window" ;
  rdfs:comment "The time over which the metric is taken." ;
  rdfs:domain mpli:ServiceLevelObjective ; rdfs:range xsd:duration .
mpli:percentile a rdf:Property ; rdfs:label "percentile" ;
  rdfs:comment "The share of measurements, of a hundred, that keep the bound." ;
  rdfs:domain mpli:ServiceLevelObjective ; rdfs:range xsd:decimal .
mpli:remedy a rdf:Property ; rdfs:label "remedy" ;
  rdfs:comment "What the provider owes where an objective is missed." ;
  schema:domainIncludes mpli:ServiceLevel, mpli:ServiceLevelObjective ; rdfs:range mpli:Remedy .
mpli:monitor a rdf:Property ; rdfs:label "monitor" ;
  rdfs:comment "Who measures whether the objectives are kept, by its DID." ;
  rdfs:domain mpli:ServiceLevel ; rdfs:range rdfs:Resource .
mpli:ofObjective a rdf:Property ; rdfs:label "of objective" ;
  rdfs:comment "The objective that a remedy or a measurement belongs to." ;
  schema:domainIncludes mpli:Remedy, mpli:ServiceLevelMeasurement ; rdfs:range mpli:ServiceLevelObjective .
mpli:missedBy a rdf:Property ; rdfs:label "missed by" ;
  rdfs:comment "How far the objective must be missed for the remedy to be due." ;
  rdfs:domain mpli:Remedy ; rdfs:range cdt:ucum .
mpli:serviceCredit a rdf:Property ; rdfs:label "service credit" ;
  rdfs:comment "The part of the charges that is given back." ;
  rdfs:domain mpli:Remedy ; rdfs:range cdt:ucum .
mpli:measurement a rdf:Property ; rdfs:label "measurement" ;
  rdfs:comment "A measurement of the service." ;
  rdfs:domain schema:Offer ; rdfs:range mpli:ServiceLevelMeasurement .
mpli:measuredValue a rdf:Property ; rdfs:label "measured value" ;
  rdfs:comment "The value that the metric had." ;
  rdfs:domain mpli:ServiceLevelMeasurement ; rdfs:range cdt:ucum .
mpli:measuredFrom a rdf:Property ; rdfs:label "measured from" ;
  rdfs:comment "When the measurement began." ;
  rdfs:domain mpli:ServiceLevelMeasurement ; rdfs:range xsd:dateTime .
mpli:measuredUntil a rdf:Property ; rdfs:label "measured until" ;
  rdfs:comment "When the measurement ended." ;
  rdfs:domain mpli:ServiceLevelMeasurement ; rdfs:range xsd:dateTime .
mpli:sampleCount a rdf:Property ; rdfs:label "samples" ;
  rdfs:comment "How many single measurements were taken." ;
  rdfs:domain mpli:ServiceLevelMeasurement ; rdfs:range xsd:integer .
mpli:objectiveMet a rdf:Property ; rdfs:label "met" ;
  rdfs:comment "Whether the objective was kept, as the monitor sees it." ;
  rdfs:domain mpli:ServiceLevelMeasurement ; rdfs:range xsd:boolean .
mpli:measurementMethod a rdf:Property ; rdfs:label "method" ;
  rdfs:comment "How the measurement was made, in words." ;
  rdfs:domain mpli:ServiceLevelMeasurement ; rdfs:range xsd:string .
mpli:invoice a rdf:Property ; rdfs:label "invoice" ;
  rdfs:comment "An invoice to the organisation." ;
  rdfs:domain schema:Organization ; rdfs:range mpli:Invoice .
mpli:invoiceNumber a rdf:Property ; rdfs:label "invoice number" ;
  rdfs:comment "The number of the invoice: BT-1 of EN 16931." ;
  rdfs:domain mpli:Invoice ; rdfs:range xsd:string .
mpli:issueDate a rdf:Property ; rdfs:label "issue date" ;
  rdfs:comment "The day of the invoice: BT-2 of EN 16931." ;
  rdfs:domain mpli:Invoice ; rdfs:range xsd:date .
mpli:dueDate a rdf:Property ; rdfs:label "due date" ;
  rdfs:comment "The day by which it is to be paid: BT-9 of EN 16931." ;
  rdfs:domain mpli:Invoice ; rdfs:range xsd:date .
mpli:seller a rdf:Property ; rdfs:label "seller" ;
  rdfs:comment "The organisation that sells, by its DID." ;
  rdfs:domain mpli:Invoice ; rdfs:range rdfs:Resource .
mpli:buyer a rdf:Property ; rdfs:label "buyer" ;
  rdfs:comment "The organisation that buys, by its DID." ;
  rdfs:domain mpli:Invoice ; rdfs:range rdfs:Resource .
mpli:billedFrom a rdf:Property ; rdfs:label "billed from" ;
  rdfs:comment "The first day that is billed: BT-73 of EN 16931." ;
  rdfs:domain mpli:Invoice ; rdfs:range xsd:date .
mpli:billedUntil a rdf:Property ; rdfs:label "billed until" ;
  rdfs:comment "The last day that is billed: BT-74 of EN 16931." ;
  rdfs:domain mpli:Invoice ; rdfs:range xsd:date .
mpli:totalWithoutVat a rdf:Property ; rdfs:label "total without VAT" ;
  rdfs:comment "The total without value added tax: BT-109 of EN 16931." ;
  rdfs:domain mpli:Invoice ; rdfs:range xsd:decimal .
mpli:totalVat a rdf:Property ; rdfs:label "total VAT" ;
  rdfs:comment "The value added tax: BT-110 of EN 16931." ;
  rdfs:domain mpli:Invoice ; rdfs:range xsd:decimal .
mpli:totalWithVat a rdf:Property ; rdfs:label "total with VAT" ;
  rdfs:comment "The total with value added tax: BT-112 of EN 16931." ;
  rdfs:domain mpli:Invoice ; rdfs:range xsd:decimal .
mpli:amountDue a rdf:Property ; rdfs:label "amount due" ;
  rdfs:comment "The amount to be paid: BT-115 of EN 16931." ;
  rdfs:domain mpli:Invoice ; rdfs:range xsd:decimal .
mpli:invoiceDocument a rdf:Property ; rdfs:label "invoice document" ;
  rdfs:comment "The invoice itself, a file in a syntax of EN 16931." ;
  rdfs:domain mpli:Invoice ; rdfs:range mpli:EvidenceDocument .
mpli:usageDataset a rdf:Property ; rdfs:label "usage dataset" ;
  rdfs:comment "The charges behind the invoice, line by line." ;
  rdfs:domain mpli:Invoice ; rdfs:range mpli:UsageDataset .
mpli:focusVersion a rdf:Property ; rdfs:label "FOCUS version" ;
  rdfs:comment "The version of the FinOps Open Cost and Usage Specification." ;
  rdfs:domain mpli:UsageDataset ; rdfs:range xsd:string .

mpli:availabilityMetric a mpli:ServiceLevelMetric ; rdfs:label "availability" ; rdfs:comment "Share of the time in which the service can be used." .
mpli:durabilityMetric a mpli:ServiceLevelMetric ; rdfs:label "durability" ; rdfs:comment "Share of the data kept that is not lost in a year." .
mpli:latencyMetric a mpli:ServiceLevelMetric ; rdfs:label "latency" ; rdfs:comment "Time until the service begins to answer." .
mpli:roundTripTimeMetric a mpli:ServiceLevelMetric ; rdfs:label "round-trip time" ; rdfs:comment "Time for a packet to go and come back." .
mpli:jitterMetric a mpli:ServiceLevelMetric ; rdfs:label "jitter" ; rdfs:comment "Variation of the latency." .
mpli:packetLossMetric a mpli:ServiceLevelMetric ; rdfs:label "packet loss" ; rdfs:comment "Share of packets that do not arrive." .
mpli:throughputMetric a mpli:ServiceLevelMetric ; rdfs:label "throughput" ; rdfs:comment "Amount of data that passes in a time." .
mpli:operationsPerSecondMetric a mpli:ServiceLevelMetric ; rdfs:label "operations per second" ; rdfs:comment "Number of operations that are done in a time." .
mpli:errorRateMetric a mpli:ServiceLevelMetric ; rdfs:label "error rate" ; rdfs:comment "Share of requests that fail through the service's fault." .
mpli:recoveryTimeMetric a mpli:ServiceLevelMetric ; rdfs:label "recovery time" ; rdfs:comment "Time until the service is back after a disaster: RTO." .
mpli:recoveryPointMetric a mpli:ServiceLevelMetric ; rdfs:label "recovery point" ; rdfs:comment "Time before a disaster of which data may be lost: RPO." .
mpli:supportResponseMetric a mpli:ServiceLevelMetric ; rdfs:label "support response" ; rdfs:comment "Time until support first answers." .
`,
  place: `# Places of the world: ISO 3166-1 countries, the European Union and Economic Area, and continents.
#
# Continents follow the United Nations' standard M49, except that members of the European Union lie in Europe.
# A territory with a code of its own (Åland, Réunion, Greenland) lies in its continent only: where it belongs to
# the Union as well, the provider's region says so by naming both.
@prefix place: <https://w3id.org/mpli/place/> .
@prefix mpli: <https://w3id.org/mpli/ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix country: <http://publications.europa.eu/resource/authority/country/> .

place:Africa a mpli:Place ; rdfs:label "Africa" .
place:Antarctica a mpli:Place ; rdfs:label "Antarctica" .
place:Asia a mpli:Place ; rdfs:label "Asia" .
place:Europe a mpli:Place ; rdfs:label "Europe" .
place:NorthAmerica a mpli:Place ; rdfs:label "North America" .
place:Oceania a mpli:Place ; rdfs:label "Oceania" .
place:SouthAmerica a mpli:Place ; rdfs:label "South America" .

place:EEA a mpli:Place ; rdfs:label "European Economic Area" ; mpli:within place:Europe .
place:EU a mpli:Place ; rdfs:label "European Union" ; mpli:within place:EEA .

place:AD a mpli:Country ; rdfs:label "Andorra" ; mpli:within place:Europe ; skos:exactMatch country:AND .
place:AE a mpli:Country ; rdfs:label "United Arab Emirates" ; mpli:within place:Asia ; skos:exactMatch country:ARE .
place:AF a mpli:Country ; rdfs:label "Afghanistan" ; mpli:within place:Asia ; skos:exactMatch country:AFG .
place:AG a mpli:Country ; rdfs:label "Antigua & Barbuda" ; mpli:within place:NorthAmerica ; skos:exactMatch country:ATG .
place:AI a mpli:Country ; rdfs:label "Anguilla" ; mpli:within place:NorthAmerica ; skos:exactMatch country:AIA .
place:AL a mpli:Country ; rdfs:label "Albania" ; mpli:within place:Europe ; skos:exactMatch country:ALB .
place:AM a mpli:Country ; rdfs:label "Armenia" ; mpli:within place:Asia ; skos:exactMatch country:ARM .
place:AO a mpli:Country ; rdfs:label "Angola" ; mpli:within place:Africa ; skos:exactMatch country:AGO .
place:AQ a mpli:Country ; rdfs:label "Antarctica" ; mpli:within place:Antarctica ; skos:exactMatch country:ATA .
place:AR a mpli:Country ; rdfs:label "Argentina" ; mpli:within place:SouthAmerica ; skos:exactMatch country:ARG .
place:AS a mpli:Country ; rdfs:label "American Samoa" ; mpli:within place:Oceania ; skos:exactMatch country:ASM .
place:AT a mpli:Country ; rdfs:label "Austria" ; mpli:within place:EU ; skos:exactMatch country:AUT .
place:AU a mpli:Country ; rdfs:label "Australia" ; mpli:within place:Oceania ; skos:exactMatch country:AUS .
place:AW a mpli:Country ; rdfs:label "Aruba" ; mpli:within place:NorthAmerica ; skos:exactMatch country:ABW .
place:AX a mpli:Country ; rdfs:label "Åland Islands" ; mpli:within place:Europe ; skos:exactMatch country:ALA .
place:AZ a mpli:Country ; rdfs:label "Azerbaijan" ; mpli:within place:Asia ; skos:exactMatch country:AZE .
place:BA a mpli:Country ; rdfs:label "Bosnia & Herzegovina" ; mpli:within place:Europe ; skos:exactMatch country:BIH .
place:BB a mpli:Country ; rdfs:label "Barbados" ; mpli:within place:NorthAmerica ; skos:exactMatch country:BRB .
place:BD a mpli:Country ; rdfs:label "Bangladesh" ; mpli:within place:Asia ; skos:exactMatch country:BGD .
place:BE a mpli:Country ; rdfs:label "Belgium" ; mpli:within place:EU ; skos:exactMatch country:BEL .
place:BF a mpli:Country ; rdfs:label "Burkina Faso" ; mpli:within place:Africa ; skos:exactMatch country:BFA .
place:BG a mpli:Country ; rdfs:label "Bulgaria" ; mpli:within place:EU ; skos:exactMatch country:BGR .
place:BH a mpli:Country ; rdfs:label "Bahrain" ; mpli:within place:Asia ; skos:exactMatch country:BHR .
place:BI a mpli:Country ; rdfs:label "Burundi" ; mpli:within place:Africa ; skos:exactMatch country:BDI .
place:BJ a mpli:Country ; rdfs:label "Benin" ; mpli:within place:Africa ; skos:exactMatch country:BEN .
place:BL a mpli:Country ; rdfs:label "St. Barthélemy" ; mpli:within place:NorthAmerica ; skos:exactMatch country:BLM .
place:BM a mpli:Country ; rdfs:label "Bermuda" ; mpli:within place:NorthAmerica ; skos:exactMatch country:BMU .
place:BN a mpli:Country ; rdfs:label "Brunei" ; mpli:within place:Asia ; skos:exactMatch country:BRN .
place:BO a mpli:Country ; rdfs:label "Bolivia" ; mpli:within place:SouthAmerica ; skos:exactMatch country:BOL .
place:BQ a mpli:Country ; rdfs:label "Caribbean Netherlands" ; mpli:within place:NorthAmerica ; skos:exactMatch country:BES .
place:BR a mpli:Country ; rdfs:label "Brazil" ; mpli:within place:SouthAmerica ; skos:exactMatch country:BRA .
place:BS a mpli:Country ; rdfs:label "Bahamas" ; mpli:within place:NorthAmerica ; skos:exactMatch country:BHS .
place:BT a mpli:Country ; rdfs:label "Bhutan" ; mpli:within place:Asia ; skos:exactMatch country:BTN .
place:BV a mpli:Country ; rdfs:label "Bouvet Island" ; mpli:within place:SouthAmerica ; skos:exactMatch country:BVT .
place:BW a mpli:Country ; rdfs:label "Botswana" ; mpli:within place:Africa ; skos:exactMatch country:BWA .
place:BY a mpli:Country ; rdfs:label "Belarus" ; mpli:within place:Europe ; skos:exactMatch country:BLR .
place:BZ a mpli:Country ; rdfs:label "Belize" ; mpli:within place:NorthAmerica ; skos:exactMatch country:BLZ .
place:CA a mpli:Country ; rdfs:label "Canada" ; mpli:within place:NorthAmerica ; skos:exactMatch country:CAN .
place:CC a mpli:Country ; rdfs:label "Cocos (Keeling) Islands" ; mpli:within place:Oceania ; skos:exactMatch country:CCK .
place:CD a mpli:Country ; rdfs:label "Congo - Kinshasa" ; mpli:within place:Africa ; skos:exactMatch country:COD .
place:CF a mpli:Country ; rdfs:label "Central African Republic" ; mpli:within place:Africa ; skos:exactMatch country:CAF .
place:CG a mpli:Country ; rdfs:label "Congo - Brazzaville" ; mpli:within place:Africa ; skos:exactMatch country:COG .
place:CH a mpli:Country ; rdfs:label "Switzerland" ; mpli:within place:Europe ; skos:exactMatch country:CHE .
place:CI a mpli:Country ; rdfs:label "Côte d’Ivoire" ; mpli:within place:Africa ; skos:exactMatch country:CIV .
place:CK a mpli:Country ; rdfs:label "Cook Islands" ; mpli:within place:Oceania ; skos:exactMatch country:COK .
place:CL a mpli:Country ; rdfs:label "Chile" ; mpli:within place:SouthAmerica ; skos:exactMatch country:CHL .
place:CM a mpli:Country ; rdfs:label "Cameroon" ; mpli:within place:Africa ; skos:exactMatch country:CMR .
place:CN a mpli:Country ; rdfs:label "China" ; mpli:within place:Asia ; skos:exactMatch country:CHN .
place:CO a mpli:Country ; rdfs:label "Colombia" ; mpli:within place:SouthAmerica ; skos:exactMatch country:COL .
place:CR a mpli:Country ; rdfs:label "Costa Rica" ; mpli:within place:NorthAmerica ; skos:exactMatch country:CRI .
place:CU a mpli:Country ; rdfs:label "Cuba" ; mpli:within place:NorthAmerica ; skos:exactMatch country:CUB .
place:CV a mpli:Country ; rdfs:label "Cape Verde" ; mpli:within place:Africa ; skos:exactMatch country:CPV .
place:CW a mpli:Country ; rdfs:label "Curaçao" ; mpli:within place:NorthAmerica ; skos:exactMatch country:CUW .
place:CX a mpli:Country ; rdfs:label "Christmas Island" ; mpli:within place:Oceania ; skos:exactMatch country:CXR .
place:CY a mpli:Country ; rdfs:label "Cyprus" ; mpli:within place:EU ; skos:exactMatch country:CYP .
place:CZ a mpli:Country ; rdfs:label "Czechia" ; mpli:within place:EU ; skos:exactMatch country:CZE .
place:DE a mpli:Country ; rdfs:label "Germany" ; mpli:within place:EU ; skos:exactMatch country:DEU .
place:DJ a mpli:Country ; rdfs:label "Djibouti" ; mpli:within place:Africa ; skos:exactMatch country:DJI .
place:DK a mpli:Country ; rdfs:label "Denmark" ; mpli:within place:EU ; skos:exactMatch country:DNK .
place:DM a mpli:Country ; rdfs:label "Dominica" ; mpli:within place:NorthAmerica ; skos:exactMatch country:DMA .
place:DO a mpli:Country ; rdfs:label "Dominican Republic" ; mpli:within place:NorthAmerica ; skos:exactMatch country:DOM .
place:DZ a mpli:Country ; rdfs:label "Algeria" ; mpli:within place:Africa ; skos:exactMatch country:DZA .
place:EC a mpli:Country ; rdfs:label "Ecuador" ; mpli:within place:SouthAmerica ; skos:exactMatch country:ECU .
place:EE a mpli:Country ; rdfs:label "Estonia" ; mpli:within place:EU ; skos:exactMatch country:EST .
place:EG a mpli:Country ; rdfs:label "Egypt" ; mpli:within place:Africa ; skos:exactMatch country:EGY .
place:EH a mpli:Country ; rdfs:label "Western Sahara" ; mpli:within place:Africa ; skos:exactMatch country:ESH .
place:ER a mpli:Country ; rdfs:label "Eritrea" ; mpli:within place:Africa ; skos:exactMatch country:ERI .
place:ES a mpli:Country ; rdfs:label "Spain" ; mpli:within place:EU ; skos:exactMatch country:ESP .
place:ET a mpli:Country ; rdfs:label "Ethiopia" ; mpli:within place:Africa ; skos:exactMatch country:ETH .
place:FI a mpli:Country ; rdfs:label "Finland" ; mpli:within place:EU ; skos:exactMatch country:FIN .
place:FJ a mpli:Country ; rdfs:label "Fiji" ; mpli:within place:Oceania ; skos:exactMatch country:FJI .
place:FK a mpli:Country ; rdfs:label "Falkland Islands" ; mpli:within place:SouthAmerica ; skos:exactMatch country:FLK .
place:FM a mpli:Country ; rdfs:label "Micronesia" ; mpli:within place:Oceania ; skos:exactMatch country:FSM .
place:FO a mpli:Country ; rdfs:label "Faroe Islands" ; mpli:within place:Europe ; skos:exactMatch country:FRO .
place:FR a mpli:Country ; rdfs:label "France" ; mpli:within place:EU ; skos:exactMatch country:FRA .
place:GA a mpli:Country ; rdfs:label "Gabon" ; mpli:within place:Africa ; skos:exactMatch country:GAB .
place:GB a mpli:Country ; rdfs:label "United Kingdom" ; mpli:within place:Europe ; skos:exactMatch country:GBR .
place:GD a mpli:Country ; rdfs:label "Grenada" ; mpli:within place:NorthAmerica ; skos:exactMatch country:GRD .
place:GE a mpli:Country ; rdfs:label "Georgia" ; mpli:within place:Asia ; skos:exactMatch country:GEO .
place:GF a mpli:Country ; rdfs:label "French Guiana" ; mpli:within place:SouthAmerica ; skos:exactMatch country:GUF .
place:GG a mpli:Country ; rdfs:label "Guernsey" ; mpli:within place:Europe ; skos:exactMatch country:GGY .
place:GH a mpli:Country ; rdfs:label "Ghana" ; mpli:within place:Africa ; skos:exactMatch country:GHA .
place:GI a mpli:Country ; rdfs:label "Gibraltar" ; mpli:within place:Europe ; skos:exactMatch country:GIB .
place:GL a mpli:Country ; rdfs:label "Greenland" ; mpli:within place:NorthAmerica ; skos:exactMatch country:GRL .
place:GM a mpli:Country ; rdfs:label "Gambia" ; mpli:within place:Africa ; skos:exactMatch country:GMB .
place:GN a mpli:Country ; rdfs:label "Guinea" ; mpli:within place:Africa ; skos:exactMatch country:GIN .
place:GP a mpli:Country ; rdfs:label "Guadeloupe" ; mpli:within place:NorthAmerica ; skos:exactMatch country:GLP .
place:GQ a mpli:Country ; rdfs:label "Equatorial Guinea" ; mpli:within place:Africa ; skos:exactMatch country:GNQ .
place:GR a mpli:Country ; rdfs:label "Greece" ; mpli:within place:EU ; skos:exactMatch country:GRC .
place:GS a mpli:Country ; rdfs:label "South Georgia & South Sandwich Islands" ; mpli:within place:SouthAmerica ; skos:exactMatch country:SGS .
place:GT a mpli:Country ; rdfs:label "Guatemala" ; mpli:within place:NorthAmerica ; skos:exactMatch country:GTM .
place:GU a mpli:Country ; rdfs:label "Guam" ; mpli:within place:Oceania ; skos:exactMatch country:GUM .
place:GW a mpli:Country ; rdfs:label "Guinea-Bissau" ; mpli:within place:Africa ; skos:exactMatch country:GNB .
place:GY a mpli:Country ; rdfs:label "Guyana" ; mpli:within place:SouthAmerica ; skos:exactMatch country:GUY .
place:HK a mpli:Country ; rdfs:label "Hong Kong SAR China" ; mpli:within place:Asia ; skos:exactMatch country:HKG .
place:HM a mpli:Country ; rdfs:label "Heard & McDonald Islands" ; mpli:within place:Oceania ; skos:exactMatch country:HMD .
place:HN a mpli:Country ; rdfs:label "Honduras" ; mpli:within place:NorthAmerica ; skos:exactMatch country:HND .
place:HR a mpli:Country ; rdfs:label "Croatia" ; mpli:within place:EU ; skos:exactMatch country:HRV .
place:HT a mpli:Country ; rdfs:label "Haiti" ; mpli:within place:NorthAmerica ; skos:exactMatch country:HTI .
place:HU a mpli:Country ; rdfs:label "Hungary" ; mpli:within place:EU ; skos:exactMatch country:HUN .
place:ID a mpli:Country ; rdfs:label "Indonesia" ; mpli:within place:Asia ; skos:exactMatch country:IDN .
place:IE a mpli:Country ; rdfs:label "Ireland" ; mpli:within place:EU ; skos:exactMatch country:IRL .
place:IL a mpli:Country ; rdfs:label "Israel" ; mpli:within place:Asia ; skos:exactMatch country:ISR .
place:IM a mpli:Country ; rdfs:label "Isle of Man" ; mpli:within place:Europe ; skos:exactMatch country:IMN .
place:IN a mpli:Country ; rdfs:label "India" ; mpli:within place:Asia ; skos:exactMatch country:IND .
place:IO a mpli:Country ; rdfs:label "British Indian Ocean Territory" ; mpli:within place:Africa ; skos:exactMatch country:IOT .
place:IQ a mpli:Country ; rdfs:label "Iraq" ; mpli:within place:Asia ; skos:exactMatch country:IRQ .
place:IR a mpli:Country ; rdfs:label "Iran" ; mpli:within place:Asia ; skos:exactMatch country:IRN .
place:IS a mpli:Country ; rdfs:label "Iceland" ; mpli:within place:EEA ; skos:exactMatch country:ISL .
place:IT a mpli:Country ; rdfs:label "Italy" ; mpli:within place:EU ; skos:exactMatch country:ITA .
place:JE a mpli:Country ; rdfs:label "Jersey" ; mpli:within place:Europe ; skos:exactMatch country:JEY .
place:JM a mpli:Country ; rdfs:label "Jamaica" ; mpli:within place:NorthAmerica ; skos:exactMatch country:JAM .
place:JO a mpli:Country ; rdfs:label "Jordan" ; mpli:within place:Asia ; skos:exactMatch country:JOR .
place:JP a mpli:Country ; rdfs:label "Japan" ; mpli:within place:Asia ; skos:exactMatch country:JPN .
place:KE a mpli:Country ; rdfs:label "Kenya" ; mpli:within place:Africa ; skos:exactMatch country:KEN .
place:KG a mpli:Country ; rdfs:label "Kyrgyzstan" ; mpli:within place:Asia ; skos:exactMatch country:KGZ .
place:KH a mpli:Country ; rdfs:label "Cambodia" ; mpli:within place:Asia ; skos:exactMatch country:KHM .
place:KI a mpli:Country ; rdfs:label "Kiribati" ; mpli:within place:Oceania ; skos:exactMatch country:KIR .
place:KM a mpli:Country ; rdfs:label "Comoros" ; mpli:within place:Africa ; skos:exactMatch country:COM .
place:KN a mpli:Country ; rdfs:label "St. Kitts & Nevis" ; mpli:within place:NorthAmerica ; skos:exactMatch country:KNA .
place:KP a mpli:Country ; rdfs:label "North Korea" ; mpli:within place:Asia ; skos:exactMatch country:PRK .
place:KR a mpli:Country ; rdfs:label "South Korea" ; mpli:within place:Asia ; skos:exactMatch country:KOR .
place:KW a mpli:Country ; rdfs:label "Kuwait" ; mpli:within place:Asia ; skos:exactMatch country:KWT .
place:KY a mpli:Country ; rdfs:label "Cayman Islands" ; mpli:within place:NorthAmerica ; skos:exactMatch country:CYM .
place:KZ a mpli:Country ; rdfs:label "Kazakhstan" ; mpli:within place:Asia ; skos:exactMatch country:KAZ .
place:LA a mpli:Country ; rdfs:label "Laos" ; mpli:within place:Asia ; skos:exactMatch country:LAO .
place:LB a mpli:Country ; rdfs:label "Lebanon" ; mpli:within place:Asia ; skos:exactMatch country:LBN .
place:LC a mpli:Country ; rdfs:label "St. Lucia" ; mpli:within place:NorthAmerica ; skos:exactMatch country:LCA .
place:LI a mpli:Country ; rdfs:label "Liechtenstein" ; mpli:within place:EEA ; skos:exactMatch country:LIE .
place:LK a mpli:Country ; rdfs:label "Sri Lanka" ; mpli:within place:Asia ; skos:exactMatch country:LKA .
place:LR a mpli:Country ; rdfs:label "Liberia" ; mpli:within place:Africa ; skos:exactMatch country:LBR .
place:LS a mpli:Country ; rdfs:label "Lesotho" ; mpli:within place:Africa ; skos:exactMatch country:LSO .
place:LT a mpli:Country ; rdfs:label "Lithuania" ; mpli:within place:EU ; skos:exactMatch country:LTU .
place:LU a mpli:Country ; rdfs:label "Luxembourg" ; mpli:within place:EU ; skos:exactMatch country:LUX .
place:LV a mpli:Country ; rdfs:label "Latvia" ; mpli:within place:EU ; skos:exactMatch country:LVA .
place:LY a mpli:Country ; rdfs:label "Libya" ; mpli:within place:Africa ; skos:exactMatch country:LBY .
place:MA a mpli:Country ; rdfs:label "Morocco" ; mpli:within place:Africa ; skos:exactMatch country:MAR .
place:MC a mpli:Country ; rdfs:label "Monaco" ; mpli:within place:Europe ; skos:exactMatch country:MCO .
place:MD a mpli:Country ; rdfs:label "Moldova" ; mpli:within place:Europe ; skos:exactMatch country:MDA .
place:ME a mpli:Country ; rdfs:label "Montenegro" ; mpli:within place:Europe ; skos:exactMatch country:MNE .
place:MF a mpli:Country ; rdfs:label "St. Martin" ; mpli:within place:NorthAmerica ; skos:exactMatch country:MAF .
place:MG a mpli:Country ; rdfs:label "Madagascar" ; mpli:within place:Africa ; skos:exactMatch country:MDG .
place:MH a mpli:Country ; rdfs:label "Marshall Islands" ; mpli:within place:Oceania ; skos:exactMatch country:MHL .
place:MK a mpli:Country ; rdfs:label "North Macedonia" ; mpli:within place:Europe ; skos:exactMatch country:MKD .
place:ML a mpli:Country ; rdfs:label "Mali" ; mpli:within place:Africa ; skos:exactMatch country:MLI .
place:MM a mpli:Country ; rdfs:label "Myanmar (Burma)" ; mpli:within place:Asia ; skos:exactMatch country:MMR .
place:MN a mpli:Country ; rdfs:label "Mongolia" ; mpli:within place:Asia ; skos:exactMatch country:MNG .
place:MO a mpli:Country ; rdfs:label "Macao SAR China" ; mpli:within place:Asia ; skos:exactMatch country:MAC .
place:MP a mpli:Country ; rdfs:label "Northern Mariana Islands" ; mpli:within place:Oceania ; skos:exactMatch country:MNP .
place:MQ a mpli:Country ; rdfs:label "Martinique" ; mpli:within place:NorthAmerica ; skos:exactMatch country:MTQ .
place:MR a mpli:Country ; rdfs:label "Mauritania" ; mpli:within place:Africa ; skos:exactMatch country:MRT .
place:MS a mpli:Country ; rdfs:label "Montserrat" ; mpli:within place:NorthAmerica ; skos:exactMatch country:MSR .
place:MT a mpli:Country ; rdfs:label "Malta" ; mpli:within place:EU ; skos:exactMatch country:MLT .
place:MU a mpli:Country ; rdfs:label "Mauritius" ; mpli:within place:Africa ; skos:exactMatch country:MUS .
place:MV a mpli:Country ; rdfs:label "Maldives" ; mpli:within place:Asia ; skos:exactMatch country:MDV .
place:MW a mpli:Country ; rdfs:label "Malawi" ; mpli:within place:Africa ; skos:exactMatch country:MWI .
place:MX a mpli:Country ; rdfs:label "Mexico" ; mpli:within place:NorthAmerica ; skos:exactMatch country:MEX .
place:MY a mpli:Country ; rdfs:label "Malaysia" ; mpli:within place:Asia ; skos:exactMatch country:MYS .
place:MZ a mpli:Country ; rdfs:label "Mozambique" ; mpli:within place:Africa ; skos:exactMatch country:MOZ .
place:NA a mpli:Country ; rdfs:label "Namibia" ; mpli:within place:Africa ; skos:exactMatch country:NAM .
place:NC a mpli:Country ; rdfs:label "New Caledonia" ; mpli:within place:Oceania ; skos:exactMatch country:NCL .
place:NE a mpli:Country ; rdfs:label "Niger" ; mpli:within place:Africa ; skos:exactMatch country:NER .
place:NF a mpli:Country ; rdfs:label "Norfolk Island" ; mpli:within place:Oceania ; skos:exactMatch country:NFK .
place:NG a mpli:Country ; rdfs:label "Nigeria" ; mpli:within place:Africa ; skos:exactMatch country:NGA .
place:NI a mpli:Country ; rdfs:label "Nicaragua" ; mpli:within place:NorthAmerica ; skos:exactMatch country:NIC .
place:NL a mpli:Country ; rdfs:label "Netherlands" ; mpli:within place:EU ; skos:exactMatch country:NLD .
place:NO a mpli:Country ; rdfs:label "Norway" ; mpli:within place:EEA ; skos:exactMatch country:NOR .
place:NP a mpli:Country ; rdfs:label "Nepal" ; mpli:within place:Asia ; skos:exactMatch country:NPL .
place:NR a mpli:Country ; rdfs:label "Nauru" ; mpli:within place:Oceania ; skos:exactMatch country:NRU .
place:NU a mpli:Country ; rdfs:label "Niue" ; mpli:within place:Oceania ; skos:exactMatch country:NIU .
place:NZ a mpli:Country ; rdfs:label "New Zealand" ; mpli:within place:Oceania ; skos:exactMatch country:NZL .
place:OM a mpli:Country ; rdfs:label "Oman" ; mpli:within place:Asia ; skos:exactMatch country:OMN .
place:PA a mpli:Country ; rdfs:label "Panama" ; mpli:within place:NorthAmerica ; skos:exactMatch country:PAN .
place:PE a mpli:Country ; rdfs:label "Peru" ; mpli:within place:SouthAmerica ; skos:exactMatch country:PER .
place:PF a mpli:Country ; rdfs:label "French Polynesia" ; mpli:within place:Oceania ; skos:exactMatch country:PYF .
place:PG a mpli:Country ; rdfs:label "Papua New Guinea" ; mpli:within place:Oceania ; skos:exactMatch country:PNG .
place:PH a mpli:Country ; rdfs:label "Philippines" ; mpli:within place:Asia ; skos:exactMatch country:PHL .
place:PK a mpli:Country ; rdfs:label "Pakistan" ; mpli:within place:Asia ; skos:exactMatch country:PAK .
place:PL a mpli:Country ; rdfs:label "Poland" ; mpli:within place:EU ; skos:exactMatch country:POL .
place:PM a mpli:Country ; rdfs:label "St. Pierre & Miquelon" ; mpli:within place:NorthAmerica ; skos:exactMatch country:SPM .
place:PN a mpli:Country ; rdfs:label "Pitcairn Islands" ; mpli:within place:Oceania ; skos:exactMatch country:PCN .
place:PR a mpli:Country ; rdfs:label "Puerto Rico" ; mpli:within place:NorthAmerica ; skos:exactMatch country:PRI .
place:PS a mpli:Country ; rdfs:label "Palestinian Territories" ; mpli:within place:Asia ; skos:exactMatch country:PSE .
place:PT a mpli:Country ; rdfs:label "Portugal" ; mpli:within place:EU ; skos:exactMatch country:PRT .
place:PW a mpli:Country ; rdfs:label "Palau" ; mpli:within place:Oceania ; skos:exactMatch country:PLW .
place:PY a mpli:Country ; rdfs:label "Paraguay" ; mpli:within place:SouthAmerica ; skos:exactMatch country:PRY .
place:QA a mpli:Country ; rdfs:label "Qatar" ; mpli:within place:Asia ; skos:exactMatch country:QAT .
place:RE a mpli:Country ; rdfs:label "Réunion" ; mpli:within place:Africa ; skos:exactMatch country:REU .
place:RO a mpli:Country ; rdfs:label "Romania" ; mpli:within place:EU ; skos:exactMatch country:ROU .
place:RS a mpli:Country ; rdfs:label "Serbia" ; mpli:within place:Europe ; skos:exactMatch country:SRB .
place:RU a mpli:Country ; rdfs:label "Russia" ; mpli:within place:Europe ; skos:exactMatch country:RUS .
place:RW a mpli:Country ; rdfs:label "Rwanda" ; mpli:within place:Africa ; skos:exactMatch country:RWA .
place:SA a mpli:Country ; rdfs:label "Saudi Arabia" ; mpli:within place:Asia ; skos:exactMatch country:SAU .
place:SB a mpli:Country ; rdfs:label "Solomon Islands" ; mpli:within place:Oceania ; skos:exactMatch country:SLB .
place:SC a mpli:Country ; rdfs:label "Seychelles" ; mpli:within place:Africa ; skos:exactMatch country:SYC .
place:SD a mpli:Country ; rdfs:label "Sudan" ; mpli:within place:Africa ; skos:exactMatch country:SDN .
place:SE a mpli:Country ; rdfs:label "Sweden" ; mpli:within place:EU ; skos:exactMatch country:SWE .
place:SG a mpli:Country ; rdfs:label "Singapore" ; mpli:within place:Asia ; skos:exactMatch country:SGP .
place:SH a mpli:Country ; rdfs:label "St. Helena" ; mpli:within place:Africa ; skos:exactMatch country:SHN .
place:SI a mpli:Country ; rdfs:label "Slovenia" ; mpli:within place:EU ; skos:exactMatch country:SVN .
place:SJ a mpli:Country ; rdfs:label "Svalbard & Jan Mayen" ; mpli:within place:Europe ; skos:exactMatch country:SJM .
place:SK a mpli:Country ; rdfs:label "Slovakia" ; mpli:within place:EU ; skos:exactMatch country:SVK .
place:SL a mpli:Country ; rdfs:label "Sierra Leone" ; mpli:within place:Africa ; skos:exactMatch country:SLE .
place:SM a mpli:Country ; rdfs:label "San Marino" ; mpli:within place:Europe ; skos:exactMatch country:SMR .
place:SN a mpli:Country ; rdfs:label "Senegal" ; mpli:within place:Africa ; skos:exactMatch country:SEN .
place:SO a mpli:Country ; rdfs:label "Somalia" ; mpli:within place:Africa ; skos:exactMatch country:SOM .
place:SR a mpli:Country ; rdfs:label "Suriname" ; mpli:within place:SouthAmerica ; skos:exactMatch country:SUR .
place:SS a mpli:Country ; rdfs:label "South Sudan" ; mpli:within place:Africa ; skos:exactMatch country:SSD .
place:ST a mpli:Country ; rdfs:label "São Tomé & Príncipe" ; mpli:within place:Africa ; skos:exactMatch country:STP .
place:SV a mpli:Country ; rdfs:label "El Salvador" ; mpli:within place:NorthAmerica ; skos:exactMatch country:SLV .
place:SX a mpli:Country ; rdfs:label "Sint Maarten" ; mpli:within place:NorthAmerica ; skos:exactMatch country:SXM .
place:SY a mpli:Country ; rdfs:label "Syria" ; mpli:within place:Asia ; skos:exactMatch country:SYR .
place:SZ a mpli:Country ; rdfs:label "Eswatini" ; mpli:within place:Africa ; skos:exactMatch country:SWZ .
place:TC a mpli:Country ; rdfs:label "Turks & Caicos Islands" ; mpli:within place:NorthAmerica ; skos:exactMatch country:TCA .
place:TD a mpli:Country ; rdfs:label "Chad" ; mpli:within place:Africa ; skos:exactMatch country:TCD .
place:TF a mpli:Country ; rdfs:label "French Southern Territories" ; mpli:within place:Africa ; skos:exactMatch country:ATF .
place:TG a mpli:Country ; rdfs:label "Togo" ; mpli:within place:Africa ; skos:exactMatch country:TGO .
place:TH a mpli:Country ; rdfs:label "Thailand" ; mpli:within place:Asia ; skos:exactMatch country:THA .
place:TJ a mpli:Country ; rdfs:label "Tajikistan" ; mpli:within place:Asia ; skos:exactMatch country:TJK .
place:TK a mpli:Country ; rdfs:label "Tokelau" ; mpli:within place:Oceania ; skos:exactMatch country:TKL .
place:TL a mpli:Country ; rdfs:label "Timor-Leste" ; mpli:within place:Asia ; skos:exactMatch country:TLS .
place:TM a mpli:Country ; rdfs:label "Turkmenistan" ; mpli:within place:Asia ; skos:exactMatch country:TKM .
place:TN a mpli:Country ; rdfs:label "Tunisia" ; mpli:within place:Africa ; skos:exactMatch country:TUN .
place:TO a mpli:Country ; rdfs:label "Tonga" ; mpli:within place:Oceania ; skos:exactMatch country:TON .
place:TR a mpli:Country ; rdfs:label "Türkiye" ; mpli:within place:Asia ; skos:exactMatch country:TUR .
place:TT a mpli:Country ; rdfs:label "Trinidad & Tobago" ; mpli:within place:NorthAmerica ; skos:exactMatch country:TTO .
place:TV a mpli:Country ; rdfs:label "Tuvalu" ; mpli:within place:Oceania ; skos:exactMatch country:TUV .
place:TW a mpli:Country ; rdfs:label "Taiwan" ; mpli:within place:Asia ; skos:exactMatch country:TWN .
place:TZ a mpli:Country ; rdfs:label "Tanzania" ; mpli:within place:Africa ; skos:exactMatch country:TZA .
place:UA a mpli:Country ; rdfs:label "Ukraine" ; mpli:within place:Europe ; skos:exactMatch country:UKR .
place:UG a mpli:Country ; rdfs:label "Uganda" ; mpli:within place:Africa ; skos:exactMatch country:UGA .
place:UM a mpli:Country ; rdfs:label "U.S. Outlying Islands" ; mpli:within place:Oceania ; skos:exactMatch country:UMI .
place:US a mpli:Country ; rdfs:label "United States" ; mpli:within place:NorthAmerica ; skos:exactMatch country:USA .
place:UY a mpli:Country ; rdfs:label "Uruguay" ; mpli:within place:SouthAmerica ; skos:exactMatch country:URY .
place:UZ a mpli:Country ; rdfs:label "Uzbekistan" ; mpli:within place:Asia ; skos:exactMatch country:UZB .
place:VA a mpli:Country ; rdfs:label "Vatican City" ; mpli:within place:Europe ; skos:exactMatch country:VAT .
place:VC a mpli:Country ; rdfs:label "St. Vincent & Grenadines" ; mpli:within place:NorthAmerica ; skos:exactMatch country:VCT .
place:VE a mpli:Country ; rdfs:label "Venezuela" ; mpli:within place:SouthAmerica ; skos:exactMatch country:VEN .
place:VG a mpli:Country ; rdfs:label "British Virgin Islands" ; mpli:within place:NorthAmerica ; skos:exactMatch country:VGB .
place:VI a mpli:Country ; rdfs:label "U.S. Virgin Islands" ; mpli:within place:NorthAmerica ; skos:exactMatch country:VIR .
place:VN a mpli:Country ; rdfs:label "Vietnam" ; mpli:within place:Asia ; skos:exactMatch country:VNM .
place:VU a mpli:Country ; rdfs:label "Vanuatu" ; mpli:within place:Oceania ; skos:exactMatch country:VUT .
place:WF a mpli:Country ; rdfs:label "Wallis & Futuna" ; mpli:within place:Oceania ; skos:exactMatch country:WLF .
place:WS a mpli:Country ; rdfs:label "Samoa" ; mpli:within place:Oceania ; skos:exactMatch country:WSM .
place:YE a mpli:Country ; rdfs:label "Yemen" ; mpli:within place:Asia ; skos:exactMatch country:YEM .
place:YT a mpli:Country ; rdfs:label "Mayotte" ; mpli:within place:Africa ; skos:exactMatch country:MYT .
place:ZA a mpli:Country ; rdfs:label "South Africa" ; mpli:within place:Africa ; skos:exactMatch country:ZAF .
place:ZM a mpli:Country ; rdfs:label "Zambia" ; mpli:within place:Africa ; skos:exactMatch country:ZMB .
place:ZW a mpli:Country ; rdfs:label "Zimbabwe" ; mpli:within place:Africa ; skos:exactMatch country:ZWE .
`,
} as const;
