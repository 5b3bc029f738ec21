using SoeBot.Cards;
using SoeBot.Channel;
using SoeBot.Teams.Cards;

namespace SoeBot.Start;

/// <summary>The cards that belong to no slice.</summary>
internal sealed class ShellCards : ISlice
{
    public void Register(SliceRegistry registry)
    {
        registry.Cards.Add(SayCard.Source, (request, _) => Task.FromResult<Card?>(SayCard.Draw(request.About)));
        registry.Cards.Add(WelcomeCard.Source, (request, _) => Task.FromResult<Card?>(WelcomeCard.Draw(request.Plant, request.About)));
    }
}
