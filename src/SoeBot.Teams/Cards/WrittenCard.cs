namespace SoeBot.Teams.Cards;

/// <summary>A card in its bytes, for one that many people ask for.</summary>
public sealed class WrittenCard(Card card)
{
    public Card Card { get; } = card;

    internal byte[] Json { get; } = CardJson.WriteUtf8(card);
}
