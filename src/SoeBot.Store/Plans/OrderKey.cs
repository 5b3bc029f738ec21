namespace SoeBot.Store.Plans;

/// <summary>One order line as people search for it.</summary>
/// <param name="Commitment">The date the customer counts on.</param>
/// <param name="IsOpen">Something of it is still to be shipped.</param>
public sealed record OrderKey(string Order, string? Customer, string Item, DateOnly Commitment, bool IsOpen);
