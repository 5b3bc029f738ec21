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

    [GeneratedRegex(@"^\W*(?:show\s+)?(?:the\s+)?(?:who\s+was\s+told|customers?\s+told|told\s+customers?|commitment\s+log|promises)\W*$", Options)]
    internal static partial Regex ToldList();

    private const string Why = @"\W*(?<why>.*?)\W*$";

    [GeneratedRegex(@"^\W*(?:please\s+)?(?:put|add)\s+(?:order\s+)?" + Order + @"\s+(?:on|to)\s+(?:the\s+)?(?:at[\s-]+risk\s+)?(?:list|top[\s-]*(?:10|ten))\b" + Why, Options)]
    internal static partial Regex PutOn();

    [GeneratedRegex(@"^\W*(?:please\s+)?(?:take|remove)\s+(?:order\s+)?" + Order + @"\s+(?:off|from)\s+(?:the\s+)?(?:at[\s-]+risk\s+)?(?:list|top[\s-]*(?:10|ten))\b" + Why, Options)]
    internal static partial Regex TakeOff();

    [GeneratedRegex(@"^\W*" + Order + @"\s+back\s+(?:to|into)\s+(?:the\s+)?ranking\W*$", Options)]
    internal static partial Regex Rank();
}
