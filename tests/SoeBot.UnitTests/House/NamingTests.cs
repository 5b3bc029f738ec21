using System.Text.RegularExpressions;
using Xunit;

namespace SoeBot.UnitTests.House;

/// <summary>Who may name what, and what nothing is called.</summary>
public sealed partial class NamingTests
{
    private static readonly SourceFile[] Product = SourceFile.Below("src");

    [Fact]
    public void Only_the_set_up_and_the_occurrences_name_Hangfire() =>
        NobodyNames("Hangfire", f => f.IsBelow("src/SoeBot/Occurrences") || IsSetUp(f));

    [Fact]
    public void Only_the_store_names_its_database()
    {
        foreach (var word in new[] { "Microsoft.EntityFrameworkCore", "Npgsql", "Microsoft.Data.Sqlite" })
        {
            NobodyNames(word, f => f.IsBelow("src/SoeBot.Store"));
        }
    }

    [Fact]
    public void Only_the_Graph_connector_names_the_Graph_packages() =>
        NobodyNames("Microsoft.Graph", f => f.IsBelow("src/SoeBot.Connectors/Graph"));

    [Fact]
    public void Only_the_scheduling_names_the_solver() =>
        NobodyNames("Google.OrTools", f => f.IsBelow("src/SoeBot.Scheduling"));

    [Fact]
    public void Only_the_set_up_files_touch_the_container()
    {
        NobodyNames("IServiceCollection", IsSetUp);
        NobodyNames("ServiceCollection", IsSetUp);
        // A router must make the handler of the turn it is given; nobody else asks the container for anything.
        NobodyNames("IServiceProvider", f => IsSetUp(f) || f.IsBelow("src/SoeBot.Teams/Routing"));
    }

    [Fact]
    public void No_type_is_called_by_a_word_that_says_nothing() =>
        Offences.None(from file in SourceFile.Below("src", "tests")
                     from Match type in DeclaredType().Matches(file.Code)
                     let name = type.Groups["name"].Value
                     where SaysNothing().IsMatch(name) && !IsTeamsOwnName(file, name)
                     select $"{file.Path}: {name}");

    /// <summary>The wire's types carry Teams' own names, so that its documentation can be searched for them.</summary>
    private static bool IsTeamsOwnName(SourceFile file, string name) =>
        file.IsBelow("src/SoeBot.Teams") && (name.EndsWith("Info", StringComparison.Ordinal) || name.EndsWith("Data", StringComparison.Ordinal));

    private static bool IsSetUp(SourceFile file) =>
        file.Path == "src/SoeBot/Program.cs" || file.Path.EndsWith("Setup.cs", StringComparison.Ordinal);

    private static void NobodyNames(string word, Func<SourceFile, bool> exceptIn) =>
        Offences.None(Product.Where(f => !exceptIn(f) && f.Names(word)).Select(f => $"{f.Path} names {word}"));

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+(?:class|struct))?)\s+(?<name>[A-Z]\w*)\s*(?=[<({:;\r\n])")]
    private static partial Regex DeclaredType();

    [GeneratedRegex("(Manager|Helper|Helpers|Util|Utils|Service|Processor|Base|Impl|Data|Info)$")]
    private static partial Regex SaysNothing();
}
