// Countries, unions and continents, and what lies within what. Generated from schemas/ by `npm run generate`: edit there.
export const places: Readonly<Record<string, { code: string; name: string; within: readonly string[] }>> = {
  "https://w3id.org/mpli/place/AD": {
    code: "AD",
    name: "Andorra",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/AE": {
    code: "AE",
    name: "United Arab Emirates",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/AF": {
    code: "AF",
    name: "Afghanistan",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/AG": {
    code: "AG",
    name: "Antigua & Barbuda",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/AI": {
    code: "AI",
    name: "Anguilla",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/AL": {
    code: "AL",
    name: "Albania",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/AM": {
    code: "AM",
    name: "Armenia",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/AO": {
    code: "AO",
    name: "Angola",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/AQ": {
    code: "AQ",
    name: "Antarctica",
    within: ["https://w3id.org/mpli/place/Antarctica"],
  },
  "https://w3id.org/mpli/place/AR": {
    code: "AR",
    name: "Argentina",
    within: ["https://w3id.org/mpli/place/SouthAmerica"],
  },
  "https://w3id.org/mpli/place/AS": {
    code: "AS",
    name: "American Samoa",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/AT": {
    code: "AT",
    name: "Austria",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/AU": {
    code: "AU",
    name: "Australia",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/AW": {
    code: "AW",
    name: "Aruba",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/AX": {
    code: "AX",
    name: "Åland Islands",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/AZ": {
    code: "AZ",
    name: "Azerbaijan",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/Africa": { code: "Africa", name: "Africa", within: [] },
  "https://w3id.org/mpli/place/Antarctica": { code: "Antarctica", name: "Antarctica", within: [] },
  "https://w3id.org/mpli/place/Asia": { code: "Asia", name: "Asia", within: [] },
  "https://w3id.org/mpli/place/BA": {
    code: "BA",
    name: "Bosnia & Herzegovina",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/BB": {
    code: "BB",
    name: "Barbados",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/BD": {
    code: "BD",
    name: "Bangladesh",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/BE": {
    code: "BE",
    name: "Belgium",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/BF": {
    code: "BF",
    name: "Burkina Faso",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/BG": {
    code: "BG",
    name: "Bulgaria",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/BH": {
    code: "BH",
    name: "Bahrain",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/BI": {
    code: "BI",
    name: "Burundi",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/BJ": {
    code: "BJ",
    name: "Benin",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/BL": {
    code: "BL",
    name: "St. Barthélemy",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/BM": {
    code: "BM",
    name: "Bermuda",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/BN": {
    code: "BN",
    name: "Brunei",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/BO": {
    code: "BO",
    name: "Bolivia",
    within: ["https://w3id.org/mpli/place/SouthAmerica"],
  },
  "https://w3id.org/mpli/place/BQ": {
    code: "BQ",
    name: "Caribbean Netherlands",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/BR": {
    code: "BR",
    name: "Brazil",
    within: ["https://w3id.org/mpli/place/SouthAmerica"],
  },
  "https://w3id.org/mpli/place/BS": {
    code: "BS",
    name: "Bahamas",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/BT": {
    code: "BT",
    name: "Bhutan",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/BV": {
    code: "BV",
    name: "Bouvet Island",
    within: ["https://w3id.org/mpli/place/SouthAmerica"],
  },
  "https://w3id.org/mpli/place/BW": {
    code: "BW",
    name: "Botswana",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/BY": {
    code: "BY",
    name: "Belarus",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/BZ": {
    code: "BZ",
    name: "Belize",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/CA": {
    code: "CA",
    name: "Canada",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/CC": {
    code: "CC",
    name: "Cocos (Keeling) Islands",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/CD": {
    code: "CD",
    name: "Congo - Kinshasa",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/CF": {
    code: "CF",
    name: "Central African Republic",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/CG": {
    code: "CG",
    name: "Congo - Brazzaville",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/CH": {
    code: "CH",
    name: "Switzerland",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/CI": {
    code: "CI",
    name: "Côte d’Ivoire",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/CK": {
    code: "CK",
    name: "Cook Islands",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/CL": {
    code: "CL",
    name: "Chile",
    within: ["https://w3id.org/mpli/place/SouthAmerica"],
  },
  "https://w3id.org/mpli/place/CM": {
    code: "CM",
    name: "Cameroon",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/CN": {
    code: "CN",
    name: "China",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/CO": {
    code: "CO",
    name: "Colombia",
    within: ["https://w3id.org/mpli/place/SouthAmerica"],
  },
  "https://w3id.org/mpli/place/CR": {
    code: "CR",
    name: "Costa Rica",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/CU": {
    code: "CU",
    name: "Cuba",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/CV": {
    code: "CV",
    name: "Cape Verde",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/CW": {
    code: "CW",
    name: "Curaçao",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/CX": {
    code: "CX",
    name: "Christmas Island",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/CY": {
    code: "CY",
    name: "Cyprus",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/CZ": {
    code: "CZ",
    name: "Czechia",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/DE": {
    code: "DE",
    name: "Germany",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/DJ": {
    code: "DJ",
    name: "Djibouti",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/DK": {
    code: "DK",
    name: "Denmark",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/DM": {
    code: "DM",
    name: "Dominica",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/DO": {
    code: "DO",
    name: "Dominican Republic",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/DZ": {
    code: "DZ",
    name: "Algeria",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/EC": {
    code: "EC",
    name: "Ecuador",
    within: ["https://w3id.org/mpli/place/SouthAmerica"],
  },
  "https://w3id.org/mpli/place/EE": {
    code: "EE",
    name: "Estonia",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/EEA": {
    code: "EEA",
    name: "European Economic Area",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/EG": {
    code: "EG",
    name: "Egypt",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/EH": {
    code: "EH",
    name: "Western Sahara",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/ER": {
    code: "ER",
    name: "Eritrea",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/ES": { code: "ES", name: "Spain", within: ["https://w3id.org/mpli/place/EU"] },
  "https://w3id.org/mpli/place/ET": {
    code: "ET",
    name: "Ethiopia",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/EU": {
    code: "EU",
    name: "European Union",
    within: ["https://w3id.org/mpli/place/EEA"],
  },
  "https://w3id.org/mpli/place/Europe": { code: "Europe", name: "Europe", within: [] },
  "https://w3id.org/mpli/place/FI": {
    code: "FI",
    name: "Finland",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/FJ": {
    code: "FJ",
    name: "Fiji",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/FK": {
    code: "FK",
    name: "Falkland Islands",
    within: ["https://w3id.org/mpli/place/SouthAmerica"],
  },
  "https://w3id.org/mpli/place/FM": {
    code: "FM",
    name: "Micronesia",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/FO": {
    code: "FO",
    name: "Faroe Islands",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/FR": {
    code: "FR",
    name: "France",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/GA": {
    code: "GA",
    name: "Gabon",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/GB": {
    code: "GB",
    name: "United Kingdom",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/GD": {
    code: "GD",
    name: "Grenada",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/GE": {
    code: "GE",
    name: "Georgia",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/GF": {
    code: "GF",
    name: "French Guiana",
    within: ["https://w3id.org/mpli/place/SouthAmerica"],
  },
  "https://w3id.org/mpli/place/GG": {
    code: "GG",
    name: "Guernsey",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/GH": {
    code: "GH",
    name: "Ghana",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/GI": {
    code: "GI",
    name: "Gibraltar",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/GL": {
    code: "GL",
    name: "Greenland",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/GM": {
    code: "GM",
    name: "Gambia",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/GN": {
    code: "GN",
    name: "Guinea",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/GP": {
    code: "GP",
    name: "Guadeloupe",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/GQ": {
    code: "GQ",
    name: "Equatorial Guinea",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/GR": {
    code: "GR",
    name: "Greece",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/GS": {
    code: "GS",
    name: "South Georgia & South Sandwich Islands",
    within: ["https://w3id.org/mpli/place/SouthAmerica"],
  },
  "https://w3id.org/mpli/place/GT": {
    code: "GT",
    name: "Guatemala",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/GU": {
    code: "GU",
    name: "Guam",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/GW": {
    code: "GW",
    name: "Guinea-Bissau",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/GY": {
    code: "GY",
    name: "Guyana",
    within: ["https://w3id.org/mpli/place/SouthAmerica"],
  },
  "https://w3id.org/mpli/place/HK": {
    code: "HK",
    name: "Hong Kong SAR China",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/HM": {
    code: "HM",
    name: "Heard & McDonald Islands",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/HN": {
    code: "HN",
    name: "Honduras",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/HR": {
    code: "HR",
    name: "Croatia",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/HT": {
    code: "HT",
    name: "Haiti",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/HU": {
    code: "HU",
    name: "Hungary",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/ID": {
    code: "ID",
    name: "Indonesia",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/IE": {
    code: "IE",
    name: "Ireland",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/IL": {
    code: "IL",
    name: "Israel",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/IM": {
    code: "IM",
    name: "Isle of Man",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/IN": {
    code: "IN",
    name: "India",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/IO": {
    code: "IO",
    name: "British Indian Ocean Territory",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/IQ": {
    code: "IQ",
    name: "Iraq",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/IR": {
    code: "IR",
    name: "Iran",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/IS": {
    code: "IS",
    name: "Iceland",
    within: ["https://w3id.org/mpli/place/EEA"],
  },
  "https://w3id.org/mpli/place/IT": { code: "IT", name: "Italy", within: ["https://w3id.org/mpli/place/EU"] },
  "https://w3id.org/mpli/place/JE": {
    code: "JE",
    name: "Jersey",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/JM": {
    code: "JM",
    name: "Jamaica",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/JO": {
    code: "JO",
    name: "Jordan",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/JP": {
    code: "JP",
    name: "Japan",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/KE": {
    code: "KE",
    name: "Kenya",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/KG": {
    code: "KG",
    name: "Kyrgyzstan",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/KH": {
    code: "KH",
    name: "Cambodia",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/KI": {
    code: "KI",
    name: "Kiribati",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/KM": {
    code: "KM",
    name: "Comoros",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/KN": {
    code: "KN",
    name: "St. Kitts & Nevis",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/KP": {
    code: "KP",
    name: "North Korea",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/KR": {
    code: "KR",
    name: "South Korea",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/KW": {
    code: "KW",
    name: "Kuwait",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/KY": {
    code: "KY",
    name: "Cayman Islands",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/KZ": {
    code: "KZ",
    name: "Kazakhstan",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/LA": {
    code: "LA",
    name: "Laos",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/LB": {
    code: "LB",
    name: "Lebanon",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/LC": {
    code: "LC",
    name: "St. Lucia",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/LI": {
    code: "LI",
    name: "Liechtenstein",
    within: ["https://w3id.org/mpli/place/EEA"],
  },
  "https://w3id.org/mpli/place/LK": {
    code: "LK",
    name: "Sri Lanka",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/LR": {
    code: "LR",
    name: "Liberia",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/LS": {
    code: "LS",
    name: "Lesotho",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/LT": {
    code: "LT",
    name: "Lithuania",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/LU": {
    code: "LU",
    name: "Luxembourg",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/LV": {
    code: "LV",
    name: "Latvia",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/LY": {
    code: "LY",
    name: "Libya",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/MA": {
    code: "MA",
    name: "Morocco",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/MC": {
    code: "MC",
    name: "Monaco",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/MD": {
    code: "MD",
    name: "Moldova",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/ME": {
    code: "ME",
    name: "Montenegro",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/MF": {
    code: "MF",
    name: "St. Martin",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/MG": {
    code: "MG",
    name: "Madagascar",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/MH": {
    code: "MH",
    name: "Marshall Islands",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/MK": {
    code: "MK",
    name: "North Macedonia",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/ML": {
    code: "ML",
    name: "Mali",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/MM": {
    code: "MM",
    name: "Myanmar (Burma)",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/MN": {
    code: "MN",
    name: "Mongolia",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/MO": {
    code: "MO",
    name: "Macao SAR China",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/MP": {
    code: "MP",
    name: "Northern Mariana Islands",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/MQ": {
    code: "MQ",
    name: "Martinique",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/MR": {
    code: "MR",
    name: "Mauritania",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/MS": {
    code: "MS",
    name: "Montserrat",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/MT": { code: "MT", name: "Malta", within: ["https://w3id.org/mpli/place/EU"] },
  "https://w3id.org/mpli/place/MU": {
    code: "MU",
    name: "Mauritius",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/MV": {
    code: "MV",
    name: "Maldives",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/MW": {
    code: "MW",
    name: "Malawi",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/MX": {
    code: "MX",
    name: "Mexico",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/MY": {
    code: "MY",
    name: "Malaysia",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/MZ": {
    code: "MZ",
    name: "Mozambique",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/NA": {
    code: "NA",
    name: "Namibia",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/NC": {
    code: "NC",
    name: "New Caledonia",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/NE": {
    code: "NE",
    name: "Niger",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/NF": {
    code: "NF",
    name: "Norfolk Island",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/NG": {
    code: "NG",
    name: "Nigeria",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/NI": {
    code: "NI",
    name: "Nicaragua",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/NL": {
    code: "NL",
    name: "Netherlands",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/NO": {
    code: "NO",
    name: "Norway",
    within: ["https://w3id.org/mpli/place/EEA"],
  },
  "https://w3id.org/mpli/place/NP": {
    code: "NP",
    name: "Nepal",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/NR": {
    code: "NR",
    name: "Nauru",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/NU": {
    code: "NU",
    name: "Niue",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/NZ": {
    code: "NZ",
    name: "New Zealand",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/NorthAmerica": { code: "NorthAmerica", name: "North America", within: [] },
  "https://w3id.org/mpli/place/OM": {
    code: "OM",
    name: "Oman",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/Oceania": { code: "Oceania", name: "Oceania", within: [] },
  "https://w3id.org/mpli/place/PA": {
    code: "PA",
    name: "Panama",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/PE": {
    code: "PE",
    name: "Peru",
    within: ["https://w3id.org/mpli/place/SouthAmerica"],
  },
  "https://w3id.org/mpli/place/PF": {
    code: "PF",
    name: "French Polynesia",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/PG": {
    code: "PG",
    name: "Papua New Guinea",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/PH": {
    code: "PH",
    name: "Philippines",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/PK": {
    code: "PK",
    name: "Pakistan",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/PL": {
    code: "PL",
    name: "Poland",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/PM": {
    code: "PM",
    name: "St. Pierre & Miquelon",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/PN": {
    code: "PN",
    name: "Pitcairn Islands",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/PR": {
    code: "PR",
    name: "Puerto Rico",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/PS": {
    code: "PS",
    name: "Palestinian Territories",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/PT": {
    code: "PT",
    name: "Portugal",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/PW": {
    code: "PW",
    name: "Palau",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/PY": {
    code: "PY",
    name: "Paraguay",
    within: ["https://w3id.org/mpli/place/SouthAmerica"],
  },
  "https://w3id.org/mpli/place/QA": {
    code: "QA",
    name: "Qatar",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/RE": {
    code: "RE",
    name: "Réunion",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/RO": {
    code: "RO",
    name: "Romania",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/RS": {
    code: "RS",
    name: "Serbia",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/RU": {
    code: "RU",
    name: "Russia",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/RW": {
    code: "RW",
    name: "Rwanda",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/SA": {
    code: "SA",
    name: "Saudi Arabia",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/SB": {
    code: "SB",
    name: "Solomon Islands",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/SC": {
    code: "SC",
    name: "Seychelles",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/SD": {
    code: "SD",
    name: "Sudan",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/SE": {
    code: "SE",
    name: "Sweden",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/SG": {
    code: "SG",
    name: "Singapore",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/SH": {
    code: "SH",
    name: "St. Helena",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/SI": {
    code: "SI",
    name: "Slovenia",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/SJ": {
    code: "SJ",
    name: "Svalbard & Jan Mayen",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/SK": {
    code: "SK",
    name: "Slovakia",
    within: ["https://w3id.org/mpli/place/EU"],
  },
  "https://w3id.org/mpli/place/SL": {
    code: "SL",
    name: "Sierra Leone",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/SM": {
    code: "SM",
    name: "San Marino",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/SN": {
    code: "SN",
    name: "Senegal",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/SO": {
    code: "SO",
    name: "Somalia",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/SR": {
    code: "SR",
    name: "Suriname",
    within: ["https://w3id.org/mpli/place/SouthAmerica"],
  },
  "https://w3id.org/mpli/place/SS": {
    code: "SS",
    name: "South Sudan",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/ST": {
    code: "ST",
    name: "São Tomé & Príncipe",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/SV": {
    code: "SV",
    name: "El Salvador",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/SX": {
    code: "SX",
    name: "Sint Maarten",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/SY": {
    code: "SY",
    name: "Syria",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/SZ": {
    code: "SZ",
    name: "Eswatini",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/SouthAmerica": { code: "SouthAmerica", name: "South America", within: [] },
  "https://w3id.org/mpli/place/TC": {
    code: "TC",
    name: "Turks & Caicos Islands",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/TD": {
    code: "TD",
    name: "Chad",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/TF": {
    code: "TF",
    name: "French Southern Territories",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/TG": {
    code: "TG",
    name: "Togo",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/TH": {
    code: "TH",
    name: "Thailand",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/TJ": {
    code: "TJ",
    name: "Tajikistan",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/TK": {
    code: "TK",
    name: "Tokelau",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/TL": {
    code: "TL",
    name: "Timor-Leste",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/TM": {
    code: "TM",
    name: "Turkmenistan",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/TN": {
    code: "TN",
    name: "Tunisia",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/TO": {
    code: "TO",
    name: "Tonga",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/TR": {
    code: "TR",
    name: "Türkiye",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/TT": {
    code: "TT",
    name: "Trinidad & Tobago",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/TV": {
    code: "TV",
    name: "Tuvalu",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/TW": {
    code: "TW",
    name: "Taiwan",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/TZ": {
    code: "TZ",
    name: "Tanzania",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/UA": {
    code: "UA",
    name: "Ukraine",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/UG": {
    code: "UG",
    name: "Uganda",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/UM": {
    code: "UM",
    name: "U.S. Outlying Islands",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/US": {
    code: "US",
    name: "United States",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/UY": {
    code: "UY",
    name: "Uruguay",
    within: ["https://w3id.org/mpli/place/SouthAmerica"],
  },
  "https://w3id.org/mpli/place/UZ": {
    code: "UZ",
    name: "Uzbekistan",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/VA": {
    code: "VA",
    name: "Vatican City",
    within: ["https://w3id.org/mpli/place/Europe"],
  },
  "https://w3id.org/mpli/place/VC": {
    code: "VC",
    name: "St. Vincent & Grenadines",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/VE": {
    code: "VE",
    name: "Venezuela",
    within: ["https://w3id.org/mpli/place/SouthAmerica"],
  },
  "https://w3id.org/mpli/place/VG": {
    code: "VG",
    name: "British Virgin Islands",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/VI": {
    code: "VI",
    name: "U.S. Virgin Islands",
    within: ["https://w3id.org/mpli/place/NorthAmerica"],
  },
  "https://w3id.org/mpli/place/VN": {
    code: "VN",
    name: "Vietnam",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/VU": {
    code: "VU",
    name: "Vanuatu",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/WF": {
    code: "WF",
    name: "Wallis & Futuna",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/WS": {
    code: "WS",
    name: "Samoa",
    within: ["https://w3id.org/mpli/place/Oceania"],
  },
  "https://w3id.org/mpli/place/YE": {
    code: "YE",
    name: "Yemen",
    within: ["https://w3id.org/mpli/place/Asia"],
  },
  "https://w3id.org/mpli/place/YT": {
    code: "YT",
    name: "Mayotte",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/ZA": {
    code: "ZA",
    name: "South Africa",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/ZM": {
    code: "ZM",
    name: "Zambia",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
  "https://w3id.org/mpli/place/ZW": {
    code: "ZW",
    name: "Zimbabwe",
    within: ["https://w3id.org/mpli/place/Africa"],
  },
};
