using CsCheck;
using SoeBot.Domain.Minutes;
using Xunit;

namespace SoeBot.UnitTests.Domain.Minutes;

public sealed class PublicTextTests
{
    private static readonly PublicText Text = new(["Bike World", "Bike World Munich", "AB", "Ace"]);

    [Theory]
    [InlineData("Tell bike world by Friday", "Tell (customer) by Friday")]
    [InlineData("Bike World Munich waits", "(customer) waits")]
    [InlineData("Space for the press, ask Ace", "Space for the press, ask (customer)")]
    [InlineData("AB is too short to be a name", "AB is too short to be a name")]
    [InlineData("Pay 1,200.50 EUR for the flight", "Pay (amount) for the flight")]
    [InlineData("Costs € 5 000, or $3k", "Costs (amount), or (amount)")]
    [InlineData("Overtime of 12 euros an hour", "Overtime of (amount) an hour")]
    [InlineData("Expedite 40 castings for SO63216 by 10 Jan", "Expedite 40 castings for SO63216 by 10 Jan")]
    public void Of_NamesAndAmounts_AreLeftOut(string typed, string read) => Assert.Equal(read, Text.Of(typed));

    [Fact]
    public void Of_AnyTextWithTheName_NeverHoldsItAsAWord() =>
        Gen.Select(Gen.String, Gen.String).Sample((before, after) => !Text.Of($"{before} Bike World {after}").Contains(" Bike World ", StringComparison.OrdinalIgnoreCase), iter: 300);
}
