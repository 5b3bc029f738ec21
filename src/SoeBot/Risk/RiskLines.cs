using System.Text.RegularExpressions;
using SoeBot.Words;

namespace SoeBot.Risk;

/// <summary>How people say it, in five languages and any order of words. An order is a number of three digits or more, with or without its letters; D-41 is none.</summary>
internal static partial class RiskLines
{
    private const string Order = @"(?<![\w.\-/])(?<order>" + OrderNumber.Pattern + @")(?![\w/]|[.\-]\d)";

    private const string Colours =
        @"\b(?<status>red|amber|yellow|orange|green|roj[oa]|[aá]mbar|amarillo|verde|rot|gelb|gr(?:ü|u|ue)n|rouge|jaune|vert|czerwon[ye]|[zż][oó][lł]t[ye]|zielon[ye])\b";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    [GeneratedRegex(@"^\W*(?:(?:show|please|the|me|our|orders?|what(?:'s| is))\s+)*(?:(?:orders?\s+)?at[\s-]+risk|top[\s-]*(?:10|ten)|en\s+riesgo|risiko|gef[aä]hrdet|[aà]\s+risque|zagro[zż]one)(?:\s+please)?\W*$", Options)]
    internal static partial Regex TopTen();

    [GeneratedRegex(@"^(?!.*" + Colours + @")(?=.*\b(?:told|avis(?:ado|é)|informiert|pr[eé]venu|poinformowan[ya])\b)(?=.*?" + Order + ").*$", Options)]
    internal static partial Regex Told();

    [GeneratedRegex(@"^\W*(?:(?:i(?:['’]ll|\s+will|\s+can)?\s+take|take|me\s+encargo(?:\s+de)?|ich\s+[uü]bernehme|je\s+prends|bior[eę])(?:\s+(?:over|on|order))*\s+(?:the\s+)?" + Order + @"|" + Order2 + @"\s+(?:is\s+mine|i\s+take(?:\s+it)?|mine|me))\W*$", Options)]
    internal static partial Regex Take();

    // The same name twice, so that whichever side matched is the order.
    private const string Order2 = Order;

    [GeneratedRegex(@"^(?!.*" + Colours + @")(?=.*\b(?:owner|due[nñ]o|besitzer|verantwortlich\w*|responsable|w[lł]a[sś]ciciel)\b)(?=.*?" + Order + ").*$", Options)]
    internal static partial Regex Owner();

    [GeneratedRegex(@"^(?=.*?" + Order + ")(?=.*?" + Colours + ").*$", Options)]
    internal static partial Regex Status();
}
