namespace SoeBot.Benchmarks.Loading;

/// <summary>One connection, or one worker without any: calls one after the other.</summary>
internal interface ICaller : IDisposable
{
    /// <exception cref="InvalidOperationException">The call was not answered as it should be, so the run counts nothing.</exception>
    ValueTask CallAsync();
}

/// <summary>What is called, by as many callers as there are connections.</summary>
/// <param name="Name">As it stands in the table.</param>
/// <param name="Connect">Makes one caller.</param>
internal sealed record Target(string Name, Func<ICaller> Connect);

/// <summary>Calls in this process.</summary>
internal sealed class DirectCaller(Func<Task> call) : ICaller
{
    public async ValueTask CallAsync() => await call();

    public void Dispose()
    {
    }
}
