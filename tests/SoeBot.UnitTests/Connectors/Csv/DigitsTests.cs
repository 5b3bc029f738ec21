using System.Globalization;
using CsCheck;
using SoeBot.Connectors.Reading;
using Xunit;

namespace SoeBot.UnitTests.Connectors.Csv;

/// <summary>Days and numbers are read by their digits where that is enough; whoever is in doubt reads as the framework does.</summary>
public sealed class DigitsTests
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    [Fact]
    public void A_day_is_read_as_the_format_says() =>
        Gen.Select(Gen.Int[1895, 2105], Gen.Int[0, 13], Gen.Int[0, 32], Gen.Char["0-/x "].Array[0, 1]).Sample((year, month, day, more) =>
        {
            var text = $"{year:0000}-{month:00}-{day:00}{string.Concat(more)}";
            var wanted = DateTime.TryParseExact(text, "yyyy-MM-dd", Plain, DateTimeStyles.None, out var moment) && moment.Year is >= 1900 and <= 9000;
            var read = new DayText(null).TryParse(text, out var found);
            return read == wanted && (!read || found == DateOnly.FromDateTime(moment));
        });

    [Fact]
    public void A_number_is_read_with_its_decimals_as_the_framework_reads_it() =>
        Gen.Char["0123456789.-+ "].Array[0, 22].Sample(letters =>
        {
            var text = string.Concat(letters).Trim();
            var wanted = decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowTrailingSign | NumberStyles.AllowDecimalPoint, Plain, out var number) && Math.Abs(number) < 1_000_000_000_000m;
            var read = NumberText.Plain.TryParse(text, out var found);
            return read == wanted && (!read || (found == number && found.Scale == number.Scale));
        });

    [Theory]
    [InlineData("999999999999.999999", true)]
    [InlineData("1000000000000", false)]
    [InlineData("999999999999999999", false)]
    [InlineData("0.0000000000000001", true)]
    [InlineData(".5", true)]
    [InlineData("5.", true)]
    [InlineData(".", false)]
    public void A_number_at_the_edge_is_read_or_refused_as_before(string text, bool taken) => Assert.Equal(taken, NumberText.Plain.TryParse(text, out _));
}
