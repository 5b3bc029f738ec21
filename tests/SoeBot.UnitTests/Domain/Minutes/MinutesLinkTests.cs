using System.Security.Cryptography;
using SoeBot.Domain.Minutes;
using Xunit;

namespace SoeBot.UnitTests.Domain.Minutes;

public sealed class MinutesLinkTests
{
    [Fact]
    public void Write_OfChance_CouldBeALinkAndFitsIntoAnAddress()
    {
        for (var at = 0; at < 200; at++)
        {
            var link = MinutesLink.Write(RandomNumberGenerator.GetBytes(MinutesLink.Bytes));
            Assert.True(MinutesLink.CouldBe(link));
            Assert.Equal(link, Uri.EscapeDataString(link));
        }
    }

    [Fact]
    public void Write_TooLittleChance_IsRefused() => Assert.Throws<ArgumentException>(() => MinutesLink.Write(new byte[16]));

    [Theory]
    [InlineData("")]
    [InlineData("../../../../etc/passwd0000000000")]
    [InlineData("short")]
    public void CouldBe_WhateverIsNone_IsFalse(string text) => Assert.False(MinutesLink.CouldBe(text));

    [Fact]
    public void Hash_SaysNothingOfTheLink()
    {
        var link = MinutesLink.Write(RandomNumberGenerator.GetBytes(MinutesLink.Bytes));
        Assert.Equal(64, MinutesLink.Hash(link).Length);
        Assert.DoesNotContain(link[..8], MinutesLink.Hash(link), StringComparison.Ordinal);
    }
}
