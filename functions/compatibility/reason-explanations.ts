// What the reasons of a match mean and what can be done about each: for pages, not for the node.
import type { Reason } from "./judge/reasons.ts";

export interface ReasonExplanation {
  readonly means: string;
  /** What a customer can do about it. */
  readonly customer: string;
  /** What the provider can do to win the demand. */
  readonly provider: string;
}

const NOTHING_TO_DO = { customer: "Nothing.", provider: "Nothing." } as const;
const STATE_IT = "State the fact in the manifest. Silence costs more demands than a modest value.";
const RELAX =
  "Look at `relaxation`, which says how far the requirement would have to move, or accept another value.";

export const REASON_EXPLANATIONS: Readonly<Record<Reason, ReasonExplanation>> = {
  met: { means: "What is stated meets all bounds of the requirement.", ...NOTHING_TO_DO },
  "below-minimum": {
    means: "The value that comes closest is less than the bound, after conversion to one unit.",
    customer: RELAX,
    provider: "Offer a larger size, or state the larger ones that can be ordered.",
  },
  "above-maximum": {
    means: "The value that comes closest is more than the bound, after conversion to one unit.",
    customer: RELAX,
    provider: "Offer a smaller size or a lower price.",
  },
  "not-equal": {
    means:
      "The value is another one than the one that is asked for. Texts are compared character by character.",
    customer: "Check the spelling against the vocabulary, or name the values that would do with `isOneOf`.",
    provider:
      "Use the common lower-case name of an engine or runtime, such as `postgresql`; offer another one, or another version, if this is what is sold.",
  },
  "not-in-list": {
    means: "The value is none of those in `isOneOf`.",
    customer: "Add the value to the list if it would do.",
    provider: "Use the common names of the vocabulary.",
  },
  "outside-area": {
    means: "The place lies in a country that is known, and not in the area.",
    customer: "Widen the area; `relaxation` names the country.",
    provider: "Nothing short of a region there.",
  },
  "pattern-not-matched": {
    means: "No stated text contains a match of the pattern.",
    customer: "Check the pattern; it counts case and may match anywhere unless it has `^` or `$`.",
    provider: "Nothing.",
  },
  "datatype-differs": {
    means: "The value is a literal of another datatype, or no literal.",
    customer: "Leave `datatype` out: bounds read values as the vocabulary says.",
    provider: "Write the value with the datatype that the vocabulary gives to the property.",
  },
  "class-differs": {
    means: "The value is stated to be of a class that is neither the one asked for nor narrower.",
    customer: "Ask for a wider class.",
    provider: "State the class of the node as `type`.",
  },
  "too-few": {
    means: "Even with the values that may fit there are fewer than `atLeastCount`.",
    customer: "Ask for fewer.",
    provider: "State all values that can be ordered, such as all regions.",
  },
  "no-alternative-met": {
    means: "All parts of an `anyOf` are violated. `parts` says why, one by one.",
    customer: "Add an alternative, or relax the part that comes closest.",
    provider: "Meeting one part is enough.",
  },
  "part-violated": {
    means: "At least one part of an `allOf` is violated. `parts` says which.",
    customer: "Relax that part.",
    provider: "Meet that part.",
  },
  excluded: {
    means: "What a `not` rules out is the case.",
    customer: "Turn the requirement into a `should` if it is only a wish.",
    provider: "Nothing.",
  },
  "not-stated-closed": {
    means:
      "Nothing is stated, and the vocabulary or the requirement's `absent` says that silence counts as a no. Certifications are read like that.",
    customer: "Set `absent` to `unknown` if silence should not decide.",
    provider: STATE_IT,
  },
  "not-stated": {
    means: "Nothing is stated. The offer may meet the requirement or not.",
    customer: "Ask the provider, or turn the requirement into a `should`.",
    provider: STATE_IT,
  },
  "too-coarse": {
    means:
      "What is stated is a wider line than the bound: whether a stated `16` is at least `16.4` cannot be told.",
    customer: "Ask for the line, such as `16`, where that is enough.",
    provider: "State full versions.",
  },
  "class-not-stated": {
    means: "Nobody says of which class the value is.",
    customer: "Leave `kind` out, or ask the provider.",
    provider: "State the class of the node as `type`.",
  },
  "perhaps-too-few": {
    means:
      "Fewer values than `atLeastCount` are known to fit, and with those that may fit there would be enough.",
    customer: "Ask the provider about the values that are unknown.",
    provider: "State where each region lies.",
  },
  "part-unknown": {
    means: "Some part is unknown, and the whole depends on it. `parts` says which.",
    customer: "Look at the parts that are unknown.",
    provider: "State what the parts ask for.",
  },
  "area-unknown": {
    means: "The place is not stated to lie in any country, or is wider than the area.",
    customer: "Ask the provider where it is.",
    provider: "Give each region its country with `within`.",
  },
  "evidence-indeterminate": {
    means:
      "A credential states the value, but it cannot be verified at present: its issuer, its status list or the credential itself could not be read, or it is secured in a way that is not supported.",
    customer: "Ask again later, or lower `evidence`.",
    provider: "Check that the credential, its issuer's DID document and its status list can be fetched.",
  },
  "evidence-too-old": {
    means: "What stands for the value was confirmed longer ago than `notOlderThan` allows.",
    customer: "Allow older evidence.",
    provider: "Link a newer credential, or one whose issuer publishes a status list.",
  },
  "evidence-anchor-differs": {
    means:
      "A credential states the value, but its signature does not lead to the trust anchor that is asked for.",
    customer: "Ask for another anchor, or for none.",
    provider: "Have the credential issued under that anchor.",
  },
  "evidence-too-weak": {
    means:
      "A credential states the value, but whoever signed it is less than what is asked for: the provider itself, or somebody whom the policy does not know as a certification body.",
    customer: "Lower `evidence`, or use a policy that names the issuer as a certification body.",
    provider: "Have an accredited body attest it.",
  },
  "evidence-issuer-not-trusted": {
    means: "A credential states the value, but the policy does not accept its issuer for such statements.",
    customer: "Use a policy that accepts the issuer named under `evidence`.",
    provider: "Link a credential by an issuer that customers trust.",
  },
  "evidence-of-another": {
    means:
      "The manifest links a credential that states the value, but of somebody else: neither of this provider nor of this offer.",
    customer: "Ask the provider why it shows another's credential.",
    provider: "Link a credential whose subject is your own DID, or the IRI of the offer.",
  },
  "evidence-missing": {
    means: "The value would do, but no credential that the manifest links states it.",
    customer: "Lower `evidence`, or ask the provider for a credential.",
    provider: "Link the credential from the certification.",
  },
  "evidence-not-checked": {
    means:
      "The value would do, but the requirement asks for more evidence than the provider's word, and the credentials of the manifest have not been looked at.",
    customer: "Ask again later, ask a catalogue, or check the credential yourself.",
    provider: "Nothing, if the manifest links its credentials.",
  },
  "evidence-revoked": {
    means: "The issuer of the credential that states the value has revoked or suspended it.",
    customer: "Take another offer, or lower `evidence` if the provider's word will do.",
    provider: "Link a credential that holds, or take the statement back.",
  },
  "evidence-expired": {
    means: "The credential that states the value is no longer valid, or not yet.",
    customer: "Take another offer, or lower `evidence` if the provider's word will do.",
    provider: "Link a credential that is valid now.",
  },
  "evidence-invalid": {
    means:
      "The credential that states the value does not hold: its signature, its form or its contents are wrong.",
    customer: "Take another offer; `fault` under `evidence` says what is wrong.",
    provider: "Verify the credential and link one that holds.",
  },
  "incomparable-unit": {
    means:
      "The stated quantity is of another dimension than the bound, such as bytes a second against bytes.",
    customer: "Nothing: the manifest is wrong.",
    provider: "State the quantity in a unit of the property's dimension.",
  },
  "malformed-value": {
    means:
      "A value is stated and cannot be read as the vocabulary says. It is not absent, so it is not counted as a no.",
    customer: "Tell the provider.",
    provider: "Check the manifest: `mpli check` says what is wrong.",
  },
  "currency-differs": {
    means: "There are prices, and none in the currency of the demand. Nodes convert no money.",
    customer: "Ask once more in that currency.",
    provider: "State prices in the currencies of your customers.",
  },
  "currency-not-stated": {
    means: "There are prices, and no currency. A number without a currency is not a price.",
    customer: "Ask the provider.",
    provider: "State `currency` with every price.",
  },
  "usage-based": {
    means: "All that is charged depends on usage that the demand does not state, or is charged once.",
    customer: "State `usage`: storage, outbound traffic, requests a month.",
    provider: "Use units that meters read, such as `GBy.mo`.",
  },
  withdrawn: {
    means: "The offer is no longer sold: its status is `endOfSale` or `retired`.",
    customer: "Nothing.",
    provider: "Remove the offer from the manifest when nobody needs to find it any more.",
  },
  "prerequisite-not-presented": {
    means: "The provider asks for something before it does business, and the demand does not present it.",
    customer:
      "Add the token to `presents` if you can present it; `bring` names it. Where `bring` asks for credentials, show them in `presentation`.",
    provider: "Ask for as little as you need.",
  },
  "presentation-not-verified": {
    means:
      "The provider asks for credentials, and the presentation in the demand does not stand: `presentationFaults` says why.",
    customer: "Make a new presentation for this node, and for a new request if it answers one.",
    provider: "Nothing.",
  },
  "presentation-not-satisfying": {
    means:
      "The provider asks for credentials, and those in the demand's presentation do not answer its query: `missing` says what is missing.",
    customer: "Present the credentials that `missing` names as well.",
    provider: "Ask for as little as you need, in formats that customers have.",
  },
  "terms-not-accepted": {
    means: "The provider asks for its terms to be accepted.",
    customer: "Read them, and add their address to `accepts`; `bring` names it.",
    provider: "Nothing.",
  },
  "customer-elsewhere": {
    means: "The provider serves customers in other places than the customer's country.",
    customer: "Nothing.",
    provider: "Widen `customerIn` if you can serve this country.",
  },
  "customer-place-unknown": {
    means: "The provider serves customers in certain places, and whether this one is there cannot be told.",
    customer: "State your country as `customer`.",
    provider: "Name countries or areas of the vocabulary in `customerIn`.",
  },
  "not-priced-there": {
    means: "There are prices, and none for a region that the demand leaves open.",
    customer: "Open more regions, or ask the provider.",
    provider: "State a price for each region, or one for all.",
  },
};
