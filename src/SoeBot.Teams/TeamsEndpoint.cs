using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SoeBot.Teams.Activities;
using SoeBot.Teams.Auth;
using SoeBot.Teams.Routing;

namespace SoeBot.Teams;

/// <summary>
/// The one door. Signature first, then the body is parsed, then both are bound together (protocol notes 1). A refusal is never a 5xx,
/// which would make Teams deliver again.
/// </summary>
internal sealed class TeamsEndpoint(
    IOptions<BotOptions> options,
    LocalTrial localTrial,
    ChannelBinding binding,
    InvokeRepeats invokes,
    IHostApplicationLifetime lifetime,
    TimeProvider clock,
    ILogger<TeamsEndpoint> log)
{
    // Teams gives up sooner; a turn that hangs must not hang for ever.
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(30);

    // What was begun when the process is told to stop is finished, but well within the time that the host gives (30 s unless set
    // otherwise): after that the connection is cut, and nobody knows what became of the press.
    private static readonly TimeSpan AtStop = TimeSpan.FromSeconds(8);

    private static readonly Action<object?> EndSoon = turn => ((CancellationTokenSource)turn!).CancelAfter(AtStop);

    public async Task HandleAsync(HttpContext context, IInboundActivities inbound)
    {
        if (await RefuseCallerAsync(context) is { } refusal)
        {
            await RefuseAsync(context, refusal);
            return;
        }

        using var body = await RequestBody.ReadAsync(context.Request, ActivityParser.MaxBytes);
        if (body is null)
        {
            await RefuseAsync(context, new Refusal(StatusCodes.Status413PayloadTooLarge, "The body is too large."));
            return;
        }

        var parsed = ActivityParser.Parse(body.Bytes);
        refusal = parsed.Activity is { } read
            ? binding.Check(read, context.Features.Get<ChannelTicket>())
            : new Refusal(StatusCodes.Status400BadRequest, parsed.Problem!);
        if (refusal is not null)
        {
            await RefuseAsync(context, refusal);
            return;
        }

        // Not the request's token: a caller who hangs up must not undo half of what was asked.
        using var turn = new CancellationTokenSource(LongestTurn, clock);
        using var stop = lifetime.ApplicationStopping.UnsafeRegister(EndSoon, turn);
        await (parsed.Activity!.IsInvoke
            ? InvokeAsync(context, parsed.Activity, turn.Token)
            : AcceptAsync(context, inbound, parsed.Activity, body.Bytes, turn.Token));
    }

    private async Task<Refusal?> RefuseCallerAsync(HttpContext context)
    {
        if (options.Value.IsLocalTrial)
        {
            return localTrial.Check(context.Request);
        }

        var result = await context.AuthenticateAsync(ChannelAuthentication.SchemeName);
        if (result.Succeeded)
        {
            return null;
        }

        // The one case where Teams should come again: a genuine message would be lost by a refusal.
        return context.Features.Get<KeysMissing>() is not null
            ? new Refusal(StatusCodes.Status503ServiceUnavailable, "No signing keys yet.")
            : new Refusal(StatusCodes.Status401Unauthorized, result.Failure?.Message ?? "no token");
    }

    private async Task AcceptAsync(
        HttpContext context, IInboundActivities inbound, Activity activity, ReadOnlyMemory<byte> body, CancellationToken turn)
    {
        try
        {
            var result = await inbound.AcceptAsync(activity, body, turn);
            context.Response.StatusCode = result == InboundResult.Accepted ? StatusCodes.Status202Accepted : StatusCodes.Status200OK;
        }
        catch (Exception exception)
        {
            // Not stored, so it should come again.
            Log.NotAccepted(log, exception, activity.Type, Correlation(context));
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        }
    }

    private async Task InvokeAsync(HttpContext context, Activity activity, CancellationToken turn)
    {
        var answer = await invokes.AnswerAsync(context.RequestServices, activity, Correlation(context), turn);
        context.Response.StatusCode = answer.Status;
        if (answer.HasBody)
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            context.Response.ContentLength = answer.WriteTo(context.Response.BodyWriter);
            await context.Response.BodyWriter.FlushAsync(CancellationToken.None);
        }
    }

    private async Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        Log.PostRefused(log, refusal.Status, refusal.Reason);
        context.Response.StatusCode = refusal.Status;
        if (refusal.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
        }

        // Only who tries it out at home is told why; a stranger learns nothing from it.
        if (options.Value.IsLocalTrial)
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            await context.Response.WriteAsync(refusal.Reason, context.RequestAborted);
        }
    }

    private static string? Correlation(HttpContext context) => context.Request.Headers["MS-CV"].ToString() is { Length: > 0 } value ? value : null;
}
