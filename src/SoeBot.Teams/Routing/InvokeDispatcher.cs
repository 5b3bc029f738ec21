using System.Globalization;
using Microsoft.Extensions.Logging;
using SoeBot.Teams.Activities;
using SoeBot.Teams.Cards;

namespace SoeBot.Teams.Routing;

/// <summary>The one border of invokes: whatever happens behind it, Teams gets a well-formed answer.</summary>
internal sealed class InvokeDispatcher(CardRouter cards, InvokeRouter invokes, InvokeTexts texts, ILogger<InvokeDispatcher> log)
{
    public async Task<InvokeAnswer> AnswerAsync(
        IServiceProvider services, Activity activity, string? correlation, CancellationToken cancellationToken)
    {
        var press = activity.Name == InvokeNames.CardAction ? CardPress.Read(activity) : null;
        try
        {
            if (activity.Name == InvokeNames.CardAction)
            {
                return press is null
                    ? InvokeAnswer.Error(400, "BadRequest", texts.NoAction)
                    : await PressAsync(services, press, cancellationToken);
            }

            if (invokes.Find(activity.Name) is { } handle)
            {
                return await handle(services, activity, cancellationToken);
            }

            Log.InvokeUnknown(log, activity.Name, null);
            return InvokeAnswer.NotImplemented;
        }
        catch (Exception exception)
        {
            // Also when the time of the turn is over: Teams is told in a form that it can show.
            // Seven letters that a person can read out to whoever has the log.
            var errorId = Guid.NewGuid().ToString("N")[..7];
            Log.InvokeFailed(log, exception, activity.Name, press?.Verb, errorId, correlation);
            return Broken(activity.Name, errorId) with { IsBroken = true };
        }
    }

    /// <summary>A repeat of it changes nothing, so nothing need be remembered of it.</summary>
    public bool OnlyReads(Activity activity) => activity.Name switch
    {
        InvokeNames.CardAction => CardPress.Read(activity) is not { IsAutomatic: false } press || cards.Find(press.Verb) is not { Press: not null, OnlyReads: false },
        InvokeNames.Search or InvokeNames.TaskFetch or InvokeNames.ExtensionQuery or InvokeNames.ExtensionFetchTask => true,
        _ => invokes.Find(activity.Name) is null,
    };

    private async Task<InvokeAnswer> PressAsync(IServiceProvider services, CardPress press, CancellationToken cancellationToken)
    {
        var route = cards.Find(press.Verb);
        if (route?.Refresh is { } draw)
        {
            return InvokeAnswer.Press(PressAnswer.Show(await draw(services, press, cancellationToken)));
        }

        if (press.IsAutomatic)
        {
            // Nobody clicked, so nothing may be done; what is shown stays.
            Log.InvokeUnknown(log, press.Activity.Name, press.Verb);
            return InvokeAnswer.Error(400, "NotARefresh", texts.NotARefresh);
        }

        if (route?.Press is { } handle)
        {
            return InvokeAnswer.Press(await handle(services, press, cancellationToken));
        }

        Log.InvokeUnknown(log, press.Activity.Name, press.Verb);
        return InvokeAnswer.Press(PressAnswer.Show(UnknownButton));
    }

    private InvokeAnswer Broken(string? name, string errorId)
    {
        var sentence = string.Format(CultureInfo.InvariantCulture, texts.Broken, errorId);
        return name switch
        {
            InvokeNames.TaskFetch or InvokeNames.TaskSubmit or InvokeNames.ExtensionFetchTask or InvokeNames.ExtensionSubmitAction =>
                InvokeAnswer.DialogMessage(sentence),
            InvokeNames.ExtensionQuery => InvokeAnswer.ResultsMessage(sentence),
            _ => InvokeAnswer.Error(500, "Error-" + errorId, sentence),
        };
    }

    private Card UnknownButton => new()
    {
        Summary = texts.UnknownButtonTitle,
        Body = [TextBlock.Subheading(texts.UnknownButtonTitle), new TextBlock(texts.UnknownButton)],
    };
}
