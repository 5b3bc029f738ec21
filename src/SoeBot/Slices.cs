using SoeBot.Cards;
using SoeBot.Commands;
using SoeBot.Extensions;
using SoeBot.Occurrences;
using SoeBot.Presses;

namespace SoeBot;

/// <summary>What a slice brings: the cards it draws, the lines it understands, the buttons it answers, the occurrences it works, what it gives to the message extension, what it makes of meeting events.</summary>
public interface ISlice
{
    void Register(SliceRegistry registry);
}

/// <summary>Filled once at start; a doubled id is refused there and not when somebody presses.</summary>
public sealed record SliceRegistry(CardSources Cards, CommandList Commands, PressList Presses, OccurrenceKinds Occurrences, ExtensionList Extensions, HintList Hints);
