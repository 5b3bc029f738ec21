using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using SoeBot.Teams.Cards.PlainText;

namespace SoeBot.Teams.Cards;

/// <summary>Lets the compiler tell trusted markdown (the literal parts) from values (the holes).</summary>
[InterpolatedStringHandler]
public readonly ref struct CardTextHandler
{
    private readonly StringBuilder _markdown;

    public CardTextHandler(int literalLength, int formattedCount) =>
        _markdown = new StringBuilder(literalLength + (formattedCount * 16));

    public void AppendLiteral(string literal) => _markdown.Append(literal);

    public void AppendFormatted(CardText text) => _markdown.Append(text.Markdown);

    public void AppendFormatted(string? text) => _markdown.Append(MarkdownText.Escape(text ?? ""));

    public void AppendFormatted<T>(T value, string? format = null) =>
        AppendFormatted(value is IFormattable formattable
            ? formattable.ToString(format, CultureInfo.InvariantCulture)
            : value?.ToString());

    internal string ToMarkdown() => _markdown.ToString();
}
