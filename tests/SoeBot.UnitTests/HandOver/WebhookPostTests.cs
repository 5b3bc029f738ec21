using System.Text;
using Microsoft.AspNetCore.Http;
using SoeBot.Domain.HandOver;
using SoeBot.Store;
using Xunit;
using static SoeBot.UnitTests.HandOver.HandOverUnderTest;
using static SoeBot.TestKit.ReceiverUnderTest;

namespace SoeBot.UnitTests.HandOver;

/// <summary>What goes over the wire and what is taken from it.</summary>
public sealed class WebhookPostTests
{
    public static TheoryData<int, string?, string, string> Refusals => new()
    {
        { 409, """{"title":"Conflict","detail":"order is closed"}""", "application/problem+json", "order is closed" },
        { 422, """{"error":"unknown order"}""", "application/json", "unknown order" },
        { 400, "no such line\nat Erp.Soap()", "text/plain", "no such line" },
        { 409, "<html>", "text/html", "no reason given (409)" },
        { 409, null, "", "no reason given (409)" },
    };

    [Theory, MemberData(nameof(Refusals))]
    public async Task A_no_is_a_no_with_its_reason_and_the_later_change_goes_on(int status, string? body, string type, string reason)
    {
        await using var erp = await StartAsync();
        erp.Answer = (heard, context) => heard.Request == "C-1" ? Says(status, body, type)(heard, context) : Task.CompletedTask;
        await using var plant = await NewAsync(StoreProvider.Sqlite, Webhook("ERP", erp.Address));
        var refused = await plant.ApproveAsync("SO63216");
        var next = await plant.ApproveAsync("SO63216");
        await plant.PassAsync(TimeSpan.FromDays(2));

        Assert.Equal(["C-1", "C-2"], erp.Requests);
        Assert.Equal((HandOverState.Refused, reason), ((await plant.OfAsync(refused, "ERP")).State, (await plant.OfAsync(refused, "ERP")).Reason));
        Assert.Equal(HandOverState.Accepted, (await plant.OfAsync(next, "ERP")).State);
    }

    [Fact]
    public async Task A_receiver_that_sends_on_is_not_followed()
    {
        await using var elsewhere = await StartAsync();
        await using var erp = await StartAsync();
        erp.Answer = (_, context) =>
        {
            (context.Response.StatusCode, context.Response.Headers.Location) = (307, elsewhere.Address);
            return Task.CompletedTask;
        };
        await using var plant = await NewAsync(StoreProvider.Sqlite, Webhook("ERP", erp.Address));
        var change = await plant.ApproveAsync("SO63216");
        await plant.TurnAsync();
        Assert.Empty(elsewhere.Calls);
        Assert.Equal("it sends on to another address (307), where I do not follow", (await plant.OfAsync(change, "ERP")).Reason);
    }

    [Fact]
    public async Task An_endless_answer_to_a_no_is_not_read_to_its_end()
    {
        await using var erp = await StartAsync();
        erp.Answer = async (_, context) =>
        {
            context.Response.StatusCode = 409;
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync("order is closed\n");
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.WriteAsync(new string('x', 65_536), context.RequestAborted);
        };
        await using var plant = await NewAsync(StoreProvider.Sqlite, Webhook("ERP", erp.Address));
        var change = await plant.ApproveAsync("SO63216");
        await plant.TurnAsync();
        Assert.Equal("order is closed", (await plant.OfAsync(change, "ERP")).Reason);
    }

    [Fact]
    public async Task A_signature_is_of_every_byte_and_of_the_secret()
    {
        await using var erp = await StartAsync();
        await using var plant = await NewAsync(StoreProvider.Sqlite, Webhook("ERP", erp.Address));
        const string old = "whsec_b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZC0=";
        plant.Options.HandOver.Receivers["ERP"].FormerSecret = old;
        await plant.ApproveAsync("SO63216", "wenn die Räder für Größe 42 da sind");
        await plant.TurnAsync();
        var call = Assert.Single(erp.Calls);
        Assert.True(call.IsSignedWith(Secret));
        Assert.True(call.IsSignedWith(old));
        Assert.False(call.IsSignedWith("whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="));
        Assert.False(call.IsSignedWith(Secret, id: call.Id + "0"));
        Assert.False(call.IsSignedWith(Secret, timestamp: call.Timestamp + "0"));
        for (var at = 0; at < call.Body.Length; at++)
        {
            var changed = new StringBuilder(call.Body);
            changed[at] = (char)(changed[at] ^ 1);
            Assert.False(call.IsSignedWith(Secret, body: changed.ToString()));
        }
    }
}
