using SoeBot.JourneyTests.Simulation.Actions;

namespace SoeBot.JourneyTests.Simulation;

internal static class SimActions
{
    public static IReadOnlyList<IAction> All() =>
    [
        new ChangeWeather(), new KillProcesses(), new StopTheMachine(), new HoldTheMeeting(), new DecideOutside(), new AnswerCards(), new TypeLines(), new LeaveTheApp(),
    ];
}
