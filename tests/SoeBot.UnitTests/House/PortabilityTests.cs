using System.Text.RegularExpressions;
using SoeBot.TestKit;
using Xunit;

namespace SoeBot.UnitTests.House;

/// <summary>A clone must work anywhere: nothing in it knows the machine it was written on.</summary>
public sealed partial class PortabilityTests
{
    private static readonly string[] Pictures = [".png", ".jpg", ".ico", ".zip", ".xlsx", ".pdf", ".woff2"];

    [Fact]
    public void No_file_names_a_folder_of_somebodys_machine() =>
        Offences.None(from file in Repository.Files()
                     where !Pictures.Contains(Path.GetExtension(file.Relative))
                     from line in File.ReadLines(file.Full).Index()
                     where line.Item.Contains(Repository.Root, StringComparison.Ordinal) || SomebodysFolder().IsMatch(line.Item)
                     select $"{file.Relative}:{line.Index + 1}: {line.Item.Trim()}");

    [GeneratedRegex(@"(?<![\w.:/*-])/(?:home|root|Users|work|workspace|builds)/\w|[A-Z]:\\Users\\")]
    private static partial Regex SomebodysFolder();
}
