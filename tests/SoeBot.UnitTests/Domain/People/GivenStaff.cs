using CsCheck;
using SoeBot.Domain.Fences;
using SoeBot.Domain.People;
using SoeBot.Domain.Plan;

namespace SoeBot.UnitTests.Domain.People;

/// <summary>The people of the product's dialogs, and small plants in which anybody may be away and cover anybody.</summary>
internal static class GivenStaff
{
    public static readonly PlantId Plant = new("works");
    public static readonly PersonKey Omar = Person("omar"), Petra = Person("petra"), Dana = Person("dana"), Miguel = Person("miguel"), Lea = Person("lea"), Ravi = Person("ravi");
    public static readonly PersonKey[] Everybody = [Omar, Petra, Dana, Miguel, Lea, Ravi];

    public static PersonKey Person(string name) => PersonKey.Of("t", name);

    public static DateOnly Jan(int day) => new(2014, 1, day);

    public static NewAbsence Away(PersonKey person, int from, int until, PersonKey? deputy = null, AbsenceScope scope = AbsenceScope.All, bool rights = true) =>
        new(Guid.NewGuid(), Plant, person, new DayRange(Jan(from), Jan(until)), deputy, scope, person, rights);

    public static Absence Entered(NewAbsence absence) => Absence.Enter(absence, new DateTimeOffset(2014, 1, 6, 8, 0, 0, TimeSpan.Zero));

    public static readonly (PersonKey, Role)[] Usual = [(Omar, Role.Procurement), (Petra, Role.Planning), (Miguel, Role.PlantManager), (Lea, Role.Lead), (Ravi, Role.Procurement)];

    public static Staffing Staff(IEnumerable<NewAbsence> absences, IReadOnlyDictionary<Role, PersonKey>? deputies = null, PersonKey[]? gone = null, (PersonKey Person, Role Role)[]? roles = null) =>
        new([.. (roles ?? Usual).Select(one => new RoleHolder(one.Person, one.Role))], deputies ?? new Dictionary<Role, PersonKey>(), [.. absences.Select(Entered)], gone ?? []);

    private static readonly Gen<PersonKey> Anybody = Gen.Int[0, Everybody.Length - 1].Select(i => Everybody[i]);
    private static readonly Gen<Role> AnyRole = Gen.Int[0, 4].Select(i => new[] { Role.Lead, Role.PlantManager, Role.Procurement, Role.Planning, Role.Administrator }[i]);

    /// <summary>All looked at on 10 January.</summary>
    public static readonly Gen<Staffing> Any = Gen.Select(
        Gen.Select(Anybody, AnyRole).Array[0, 6],
        Gen.Select(AnyRole, Anybody).Array[0, 4],
        Gen.Select(Anybody, Anybody, Gen.Int[0, 3], Gen.Bool).Array[0, 8],
        Anybody.Array[0, 1],
        (roles, deputies, away, gone) => Staff(
            away.Select(one => Away(one.Item1, 9, 9 + one.Item3, one.Item1 == one.Item2 ? null : one.Item2, one.Item4 ? AbsenceScope.All : AbsenceScope.Approvals)),
            deputies.DistinctBy(one => one.Item1).ToDictionary(one => one.Item1, one => one.Item2), gone, [.. roles.Distinct()]));
}
