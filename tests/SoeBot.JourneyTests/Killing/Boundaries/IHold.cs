namespace SoeBot.JourneyTests.Killing.Boundaries;

/// <summary>A row of the store whose writing the process does not get past.</summary>
/// <param name="On">INSERT or UPDATE.</param>
/// <param name="When">SQL about the row as it becomes, "new".</param>
/// <param name="Told">False: held within the transaction. True: it is committed, and the process never hears so.</param>
internal sealed record Spot(string Table, string On, string When, bool Told = false);

/// <summary>Makes the process stand at a spot of its store, from beside it and without its knowing.</summary>
internal interface IHold
{
    Task SetAsync(Spot spot);

    /// <summary>Until the process stands there.</summary>
    Task ReachedAsync();

    /// <summary>Once the process is gone: what it had not committed is rolled back, and nobody is held any more.</summary>
    Task ReleaseAsync();
}
