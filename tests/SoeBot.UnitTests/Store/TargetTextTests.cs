using SoeBot.Domain.People;
using SoeBot.Store.Outbox;
using Xunit;

namespace SoeBot.UnitTests.Store;

public sealed class TargetTextTests
{
    public static TheoryData<MessageTarget> Targets =>
    [
        new MessageTarget.Person(Given.Ana),
        new MessageTarget.Conversation("t", "19:a/b@thread.v2;messageid=17"),
        new MessageTarget.Channel(new("works")),
        new MessageTarget.OnlyTo(PersonKey.Of("t", "a0000000-0000-4000-8000-000000000001"), "19:a/b@thread.v2;messageid=17"),
    ];

    [Theory, MemberData(nameof(Targets))]
    public void Read_WhatWasWritten_IsTheSame(MessageTarget target) => Assert.Equal(target, TargetText.Read(TargetText.Write(target)));
}
