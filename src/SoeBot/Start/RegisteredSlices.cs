using SoeBot.Channel;
using SoeBot.Presses;
using SoeBot.Teams.Routing;

namespace SoeBot.Start;

/// <summary>Fills the registries once. A doubled card, command, verb or occurrence stops the start.</summary>
internal sealed class RegisteredSlices
{
    private readonly PressRoutes _routes;
    private readonly PressList _presses;

    public RegisteredSlices(IEnumerable<ISlice> slices, SliceRegistry registry, PressRoutes routes)
    {
        (_routes, _presses) = (routes, registry.Presses);
        foreach (var slice in slices) slice.Register(registry);
    }

    public void Map(CardRouter router) => _routes.Map(router, _presses);
}
