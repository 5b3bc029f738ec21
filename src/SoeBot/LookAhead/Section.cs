using System.Globalization;

namespace SoeBot.LookAhead;

/// <summary>The lists behind the look-ahead.</summary>
internal enum Section { Week1, Week2, Purchases }

/// <summary>A place in a list, as buttons and card references write it: "page:schedule1:20".</summary>
internal readonly record struct SectionPage(Section Section, int Skip)
{
    public const int Size = 10;

    private static readonly (string Word, Section Section)[] Words =
        [("schedule1", Section.Week1), ("schedule2", Section.Week2), ("purchases", Section.Purchases)];

    public override string ToString()
    {
        var section = Section;
        return $"page:{Words.First(known => known.Section == section).Word}:{Skip.ToString(CultureInfo.InvariantCulture)}";
    }

    /// <summary>Null when it is something else; what came from a client is hostile.</summary>
    public static SectionPage? Parse(string? about)
    {
        if (about?.Split(':') is not ["page", var word, var skip]) return null;
        foreach (var known in Words)
            if (known.Word == word)
                return int.TryParse(skip, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1_000_000
                    ? new SectionPage(known.Section, number - (number % Size))
                    : null;
        return null;
    }
}
