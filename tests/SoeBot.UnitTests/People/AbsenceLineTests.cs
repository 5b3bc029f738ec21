using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.People.Absences;
using Xunit;

namespace SoeBot.UnitTests.People;

/// <summary>What people type after "away", on Monday 6 January 2014.</summary>
public sealed class AbsenceLineTests
{
    private static readonly DateOnly Today = new(2014, 1, 6);
    private static readonly PlantCalendar Calendar = new() { Zone = TimeZoneInfo.Utc };

    [Theory]
    [InlineData("13-17 Jan, Petra covers", "01-13", "01-17", "Petra")]
    [InlineData("13 - 17 January, @Petra Lang covers everything", "01-13", "01-17", "Petra Lang")]
    [InlineData("Jan 13 to 17 covered by Petra", "01-13", "01-17", "Petra")]
    [InlineData("from 13 Jan to 3 Feb; Petra stands in", "01-13", "02-03", "Petra")]
    [InlineData("2014-01-13 to 2014-01-17", "01-13", "01-17", null)]
    [InlineData("13.1. - 17.1., Petra vertritt", "01-13", "01-17", "Petra")]
    [InlineData("until Fri", "01-06", "01-10", null)]
    [InlineData("tomorrow, Petra covers", "01-07", "01-07", "Petra")]
    [InlineData("Wed to Fri", "01-08", "01-10", null)]
    [InlineData("Thu to Tue", "01-09", "01-14", null)]
    [InlineData("next week, Petra Lang is my deputy", "01-13", "01-17", "Petra Lang")]
    [InlineData("Petra covers from 13 Jan until 17 Jan", "01-13", "01-17", "Petra")]
    public void Read_DaysAndDeputy(string line, string from, string until, string? deputy)
    {
        var read = AbsenceLine.Read(line, Today, Calendar);
        Assert.Equal(($"2014-{from}", $"2014-{until}", deputy), ($"{read.Days?.First:yyyy-MM-dd}", $"{read.Days?.Last:yyyy-MM-dd}", read.Deputy));
        Assert.Equal(AbsenceScope.All, read.Scope);
    }

    [Theory]
    [InlineData("13-17 Jan, Dana covers approvals")]
    [InlineData("13-17 Jan, Dana covers only approvals")]
    public void Read_Approvals_CoversOnlyThem(string line) => Assert.Equal(AbsenceScope.Approvals, AbsenceLine.Read(line, Today, Calendar).Scope);

    [Theory, InlineData(""), InlineData("sometime"), InlineData("Petra covers")]
    public void Read_NoDays_LeavesThemToTheForm(string line) => Assert.Null(AbsenceLine.Read(line, Today, Calendar).Days);

    [Theory, InlineData(1, "1st"), InlineData(2, "2nd"), InlineData(3, "3rd"), InlineData(11, "11th"), InlineData(14, "14th"), InlineData(22, "22nd"), InlineData(31, "31st")]
    public void Ordinal_Day(int day, string words) => Assert.Equal(words, AbsenceLine.Ordinal(new DateOnly(2014, 1, day)));
}
