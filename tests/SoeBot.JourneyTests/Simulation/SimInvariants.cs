using SoeBot.JourneyTests.Simulation.Invariants;

namespace SoeBot.JourneyTests.Simulation;

internal static class SimInvariants
{
    public static IReadOnlyList<IInvariant> All() =>
    [
        new EachMessageOnce(), new OpenDecisionIsChased(), new NothingAskedThatIsSettled(), new NothingIsLost(), new OneOpenMeeting(), new MinutesOfEachMeeting(), new MissedIsNamed(), new EveryChangeIsAudited(),
        new NewestOfAChain(), new APersonsDay(), new NoChangeGoesUnnoticed(), new WhatWasAgreedIsFound(), new OneEndOfEachChange(), new TheAbsentAreLeftAlone(),
    ];
}
