namespace SoeBot.Store.Outbox;

/// <summary>The answers of a lane, which overtake, and the rest of it: the messages of one part go out one after the other.</summary>
public readonly record struct LanePart(string Lane, bool Answers);
