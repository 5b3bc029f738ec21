using System.Text.RegularExpressions;
using SoeBot.Commands;
using SoeBot.Store.Effects;
using SoeBot.Store.Outbox;

namespace SoeBot.People.Setup;

/// <summary>"setup": who does what, for administrators.</summary>
internal sealed partial class SetupSlice(SetUpRoles roles) : ISlice
{
    /// <summary>Drawn whatever is missing, as somebody asked for it.</summary>
    private const string Asked = "asked";

    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(SetupCard.Source, async (request, ct) => request.About == Asked ? await roles.DrawAsync(request.Plant, ct) : await roles.OnInstallAsync(request, ct));
        registry.Commands.Add("setup.show", Line(), "setup", ShowAsync);
        registry.Presses.On(SetupVerbs.Save, roles.SaveAsync);
        registry.Presses.On(SetupVerbs.Remove, roles.RemoveAsync);
    }

    private async Task<Effect> ShowAsync(Turn turn, Match words, CancellationToken ct) =>
        await roles.RefusalAsync(turn.Plant, turn.By, ct) is { } refused ? AskHolder.Refuse(turn, Domain.People.Role.Administrator, refused) : turn.Answer(new CardRef(SetupCard.Source, Asked));

    [GeneratedRegex(@"^\s*(?:set\s*up|setup\s+roles|configure|einrichten|configurar|configurer|konfiguracja)\s*[.!?]?\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Line();
}
