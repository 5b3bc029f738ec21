using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using SoeBot.Teams.Auth;
using Xunit;

namespace SoeBot.UnitTests.Teams.Auth;

public sealed class VerifiedTokensTests
{
    private static readonly ChannelTicket Ticket = new("https://smba.trafficmanager.net/emea/", new HashSet<string> { "msteams" });
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero));
    private readonly VerifiedTokens _tokens;

    public VerifiedTokensTests() => _tokens = new VerifiedTokens(_clock);

    [Fact]
    public void Find_WithinMinutes_IsTheTicketOfThatTokenOnly()
    {
        _tokens.Remember("one", Ticket, Now.AddHours(1));
        _clock.Advance(TimeSpan.FromMinutes(4));
        Assert.Same(Ticket, _tokens.Find("one"));
        Assert.Null(_tokens.Find("ONE"));
        Assert.Null(_tokens.Find("one "));
    }

    [Fact]
    public void Find_AfterFiveMinutes_IsNothing()
    {
        _tokens.Remember("one", Ticket, Now.AddHours(1));
        _clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null(_tokens.Find("one"));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(60)]
    public void Find_PastTheTokensEnd_IsNothing(int seconds)
    {
        _tokens.Remember("one", Ticket, Now.AddSeconds(seconds));
        _clock.Advance(TimeSpan.FromSeconds(Math.Max(seconds, 0)));
        Assert.Null(_tokens.Find("one"));
    }

    [Fact]
    public void Remember_ManyTokens_KeepsABoundedNumberAndTheNewest()
    {
        for (var at = 0; at < 3 * VerifiedTokens.Most; at++)
        {
            var token = at.ToString(CultureInfo.InvariantCulture);
            _tokens.Remember(token, Ticket, Now.AddHours(1));
            Assert.InRange(_tokens.Count, 1, VerifiedTokens.Most);
            Assert.NotNull(_tokens.Find(token));
        }
    }

    [Fact]
    public void Remember_ManyExpiredTokens_ForgetsThoseFirst()
    {
        for (var at = 0; at < VerifiedTokens.Most - 1; at++) _tokens.Remember($"old-{at}", Ticket, Now.AddMinutes(1));
        _tokens.Remember("good", Ticket, Now.AddHours(1));
        _clock.Advance(TimeSpan.FromMinutes(2));
        _tokens.Remember("new", Ticket, Now.AddHours(1));
        Assert.Equal(2, _tokens.Count);
        Assert.NotNull(_tokens.Find("good"));
    }

    private DateTimeOffset Now => _clock.GetUtcNow();
}
