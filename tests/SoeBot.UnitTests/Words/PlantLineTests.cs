using SoeBot.Commands;
using SoeBot.Domain.Fences;
using SoeBot.Plants;
using Xunit;

namespace SoeBot.UnitTests.Words;

/// <summary>Which plant a line is about where there are two, and when the name of one is only part of what is said.</summary>
public sealed class PlantLineTests
{
    private static readonly PlantProfile Works = Plant("works", "Pump works"), Bothell = Plant("bothell", "Bothell");

    [Theory]
    [InlineData("at risk bothell", "bothell", "at risk")]
    [InlineData("At risk in Bothell?", "bothell", "At risk")]
    [InlineData("bothell: at risk", "bothell", "at risk")]
    [InlineData("Pump works look ahead", "works", "look ahead")]
    [InlineData("look ahead for pump works", "works", "look ahead")]
    public void Read_NamedPlant_GivesItAndTheRest(string line, string plant, string rest)
    {
        var read = PlantLine.Read(line, [Works, Bothell], IsCommand)!.Value;
        Assert.Equal((plant, rest), (read.Plant.Id.Value, read.Text));
    }

    [Theory]
    [InlineData("decide: Omar drives to Bothell")]
    [InlineData("63216 red, castings late in Bothell")]
    [InlineData("at risk")]
    [InlineData("bothell")]
    [InlineData("bothellers at risk")]
    [InlineData("what about bothell")]
    public void Read_NameWithinWhatIsSaid_GivesNone(string line) => Assert.Null(PlantLine.Read(line, [Works, Bothell], IsCommand));

    [Fact]
    public void Read_OnePlant_GivesNone() => Assert.Null(PlantLine.Read("at risk bothell", [Bothell], IsCommand));

    private static bool IsCommand(string line) => line.Equals("at risk", StringComparison.OrdinalIgnoreCase) || line.Equals("look ahead", StringComparison.OrdinalIgnoreCase)
        || line.StartsWith("decide:", StringComparison.Ordinal) || line.StartsWith("63216 red", StringComparison.Ordinal);

    private static PlantProfile Plant(string id, string name) => new() { Id = new(id), Name = name, Calendar = new PlantCalendar { Zone = TimeZoneInfo.Utc }, MeetingDay = DayOfWeek.Wednesday, MeetingStart = new(13, 0), MeetingMinutes = 90 };
}
