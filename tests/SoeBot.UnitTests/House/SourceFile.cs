using System.Text.RegularExpressions;
using SoeBot.TestKit;

namespace SoeBot.UnitTests.House;

/// <summary>One C# file of ours, with a reading of it that holds neither comments nor texts.</summary>
internal sealed partial record SourceFile(string Path, string Text)
{
    /// <summary>Comments and texts may name anything; the rules are about what the code names.</summary>
    public string Code { get; } = CommentOrText().Replace(Text, m => m.Value.StartsWith('"') ? "\"\"" : "");

    public int Lines => Text.Count(c => c == '\n');

    public static SourceFile[] Below(params string[] folders) =>
        [.. Repository.Files(folders).Where(f => f.Relative.EndsWith(".cs", StringComparison.Ordinal))
            .Select(f => new SourceFile(f.Relative, File.ReadAllText(f.Full)))];

    public bool IsBelow(string folder) => Path.StartsWith(folder + "/", StringComparison.Ordinal);

    public bool Names(string word) => Regex.IsMatch(Code, $@"(?<![\w.]){Regex.Escape(word)}\b");

    [GeneratedRegex(@"""""""[\s\S]*?""""""|@""(?:[^""]|"""")*""|""(?:\\.|[^""\\\n])*""|//[^\n]*|/\*[\s\S]*?\*/")]
    private static partial Regex CommentOrText();
}
