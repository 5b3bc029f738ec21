using SoeBot.Connectors.Tables;

namespace SoeBot.Connectors.Suggest;

/// <summary>What exports write where we have a flag or a kind of event.</summary>
internal static class KnownCodes
{
    private static readonly string[] Own = ["TRUE", "YES", "1", "FALSE", "NO", "0"];
    private static readonly string[] True = ["X", "Y", "J", "JA", "L", "S", "SI", "OUI", "O", "TAK", "T", "WAHR", "VRAI", "PRAWDA", "VERDADERO", "CANCELLED", "CANCELED", "STORNIERT", "ANULADO", "ANNULE", "ANULOWANE", "MAKE", "E", "EIGEN", "EIGENFERTIGUNG", "FABRICADO", "FABRIQUE", "PRODUKCJA"];
    private static readonly string[] False = ["N", "NEIN", "NON", "NIE", "FALSCH", "FAUX", "FALSO", "FALSZ", "BUY", "F", "FREMD", "FREMDBESCHAFFUNG", "COMPRADO", "ACHETE", "ZAKUP", "OPEN", "OFFEN", "ABIERTO", "OUVERT", "OTWARTE"];

    private static readonly Dictionary<string, string> Kinds = new(StringComparer.Ordinal)
    {
        ["DOWNTIME"] = "downtime", ["BREAKDOWN"] = "downtime", ["STILLSTAND"] = "downtime", ["STORUNG"] = "downtime", ["AVERIA"] = "downtime", ["PARADA"] = "downtime", ["PANNE"] = "downtime", ["ARRET"] = "downtime", ["AWARIA"] = "downtime", ["PRZESTOJ"] = "downtime",
        ["HOLD"] = "quality-hold", ["QUALITYHOLD"] = "quality-hold", ["SPERRE"] = "quality-hold", ["QUALITATSSPERRE"] = "quality-hold", ["BLOQUEO"] = "quality-hold", ["BLOCAGE"] = "quality-hold", ["BLOKADA"] = "quality-hold",
        ["SCRAP"] = "scrap", ["AUSSCHUSS"] = "scrap", ["CHATARRA"] = "scrap", ["MERMA"] = "scrap", ["REBUT"] = "scrap", ["BRAK"] = "scrap",
        ["LABOUR"] = "labour-shortage", ["LABOR"] = "labour-shortage", ["PERSONALMANGEL"] = "labour-shortage", ["PERSONAL"] = "labour-shortage", ["ABSENTEISME"] = "labour-shortage",
        ["SLOW"] = "slow-run", ["MATERIAL"] = "material-shortage", ["MATERIALMANGEL"] = "material-shortage", ["FALTAMATERIAL"] = "material-shortage", ["MANQUEMATIERE"] = "material-shortage", ["BRAKMATERIALU"] = "material-shortage",
    };

    /// <summary>Ours by theirs; empty when theirs are ours already; null when one of them is not known.</summary>
    public static Dictionary<string, string>? Of(ColumnKind kind, IEnumerable<string> values)
    {
        var codes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var all = values.ToList();
        if (kind == ColumnKind.Flag && all.TrueForAll(value => Own.Contains(value.ToUpperInvariant()))) return codes;
        if (kind == ColumnKind.EventKind && all.TrueForAll(value => EventKinds.TryParse(value, out _))) return codes;
        foreach (var value in all)
        {
            var plain = KnownHeaders.Plain(value);
            var ours = kind == ColumnKind.EventKind ? (EventKinds.TryParse(value, out _) ? value.ToLowerInvariant() : Kinds.GetValueOrDefault(plain))
                : True.Contains(plain) || plain is "TRUE" or "YES" or "1" ? "true" : False.Contains(plain) || plain is "FALSE" or "NO" or "0" ? "false" : null;
            if (ours is null) return null;
            codes[value] = ours;
        }
        return codes;
    }
}
