using SoeBot.Channel;
using SoeBot.Extensions;
using SoeBot.Presses;
using SoeBot.Teams.Routing;

namespace SoeBot.Start;

/// <summary>Fills the registries once. A doubled card, command, verb or occurrence stops the start.</summary>
internal sealed class RegisteredSlices
{
    private readonly PressRoutes _routes;
    private readonly PressList _presses;
    private readonly ExtensionInvokes _invokes;
    private readonly ExtensionList _extensions;

    public RegisteredSlices(IEnumerable<ISlice> slices, SliceRegistry registry, PressRoutes routes, ExtensionInvokes invokes)
    {
        (_routes, _presses, _invokes, _extensions) = (routes, registry.Presses, invokes, registry.Extensions);
        foreach (var slice in slices) slice.Register(registry);
    }

    public void Map(CardRouter cards, InvokeRouter invokes)
    {
        _routes.Map(cards, _presses);
        _invokes.Map(invokes, _extensions);
    }
}
