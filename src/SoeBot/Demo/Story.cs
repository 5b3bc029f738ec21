using System.Text.RegularExpressions;

namespace SoeBot.Demo;

/// <summary>Writes what happens as it happens: who got which card, what was typed and pressed.</summary>
internal sealed partial class Story(TextWriter output)
{
    private const int LinesShown = 14, AnswerLinesShown = 7;
    private readonly HashSet<string> _told = [];
    private readonly Lock _gate = new();

    /// <summary>Cards whose text fits are shown whole.</summary>
    private static readonly string[] Whole = ["two weeks ahead", "Minutes:"];

    public int Cards { get; private set; }
    public int Edits { get; private set; }

    public void Chapter(string words)
    {
        lock (_gate) output.WriteLine($"\n=== {words} {new string('=', Math.Max(3, 83 - words.Length))}");
    }

    public void Say(string words)
    {
        lock (_gate) output.WriteLine($"\n{words}");
    }

    /// <summary>An edited card is worth a line when its title, or a line or two of it, say something new.</summary>
    public void Shown(DemoPost post, DemoPost? before)
    {
        lock (_gate)
        {
            if (before is not null)
            {
                Edits++;
                var news = post.Title == before.Title ? string.Join("; ", New(post.Text, before.Text)) : post.Title;
                if (news.Length > 0 && !IsKnown($"{post.Place.Id} {news}")) output.WriteLine($"\n{Capital(post.Place.Words)}, a card changes: {news}");
                return;
            }
            Cards++;
            if (post.Title.StartsWith("It is ", StringComparison.Ordinal)) return;
            Card(post);
        }
    }

    /// <summary>What the presser gets back.</summary>
    public void Answered(string text)
    {
        lock (_gate) Write(text, AnswerLinesShown, "    ");
    }

    /// <summary>Whole, its first lines, or when one like it was shown before and it is long, its title.</summary>
    private void Card(DemoPost post)
    {
        var text = post.Text;
        var lines = text.Count(letter => letter == '\n') + 1;
        var known = IsKnown(Numbers().Replace(post.Title.Split(" - ")[0], "#"));
        if (known && lines > LinesShown)
        {
            output.WriteLine($"\n{Capital(post.Place.Words)}: {post.Title} ({lines} lines)");
            return;
        }
        output.WriteLine($"\n{Capital(post.Place.Words)}:");
        Write(text, !known && Whole.Any(words => post.Title.Contains(words, StringComparison.Ordinal)) ? int.MaxValue : LinesShown, "  | ");
    }

    private static IEnumerable<string> New(string after, string before) =>
        after.Split('\n').Except(before.Split('\n')).Where(line => line.Trim('=', '-', ' ').Length > 0) is var added && added.Count() <= 2 ? added : [];

    private bool IsKnown(string what) => !_told.Add(what);

    private void Write(string text, int most, string margin)
    {
        var lines = text.Split('\n');
        foreach (var line in lines.Take(most)) output.WriteLine((margin + line).TrimEnd());
        if (lines.Length > most) output.WriteLine($"{margin}... {lines.Length - most} more lines");
    }

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    [GeneratedRegex(@"\d+")]
    private static partial Regex Numbers();
}
