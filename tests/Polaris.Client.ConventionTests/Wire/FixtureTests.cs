using System.Text.Json;
using System.Text.Json.Nodes;
using Polaris.Client.ObjectLocks;

namespace Polaris.Client.ConventionTests.Wire;

/// <summary>The wire types have a property for every member that the documented examples show.</summary>
public sealed class FixtureTests
{
    private const string Mend = "Add the member to the wire type, with [JsonPropertyName] where its name differs: nothing that is documented may land in AdditionalMembers.";

    [Test]
    public void Fixtures_OfTheContractTests_AreFound() => Assert.That(Fixture.All.Count(), Is.GreaterThanOrEqualTo(38));

    [TestCaseSource(nameof(Names))]
    public void Types_OfAnExample_HaveEachOfItsMembers(string name)
    {
        Fixture fixture = Fixture.All.Single(fixture => fixture.Name == name);
        Endpoint? endpoint = Endpoint.All.FirstOrDefault(endpoint => endpoint.Answers(fixture.Call));
        Assert.That(endpoint, Is.Not.Null, $"No endpoint interface has a method for {fixture.Call}: add it.");

        Convention.Holds(
            Unknown(fixture.Request, endpoint!.Body, fixture.Json).Concat(UnknownInAnswer(fixture, endpoint)),
            Mend);
    }

    [Test]
    public void Unknown_OfATypeThatLacksMembers_NamesThem()
    {
        JsonNode json = JsonNode.Parse("""[{"ObjectTypeID":27,"ObjectID":1,"LockDate":"2016-01-15T16:01:16-05:00","Floor":3}]""")!;

        IEnumerable<string> unknown = Unknown(json, typeof(IReadOnlyList<ObjectLock>), WireJson.Polaris);
        IEnumerable<string> lost = Unknown(json[0], typeof(ObjectReference), WireJson.Polaris);

        Assert.That(unknown, Is.EqualTo(new[] { "[0]/Floor has no property in IReadOnlyList<ObjectLock>" }));
        Assert.That(lost, Is.EqualTo(new[] { "/LockDate is lost by ObjectReference", "/Floor is lost by ObjectReference" }));
    }

    private static IEnumerable<string> Names() => Fixture.All.Select(fixture => fixture.Name);

    private static IEnumerable<string> UnknownInAnswer(Fixture fixture, Endpoint endpoint)
    {
        if (fixture.Status < 400) return Unknown(fixture.Answer, endpoint.Answer, fixture.Json);
        if (fixture.Answer is not JsonObject error) return [];

        // Error bodies differ too much for a type; what is typed is the holder of a lock, and each error of FOLIO's list.
        return Unknown(error["Data"], typeof(ObjectLock), fixture.Json).Concat(
            (error["errors"]?.AsArray() ?? []).SelectMany(item => item!.AsObject())
                .Where(member => typeof(ApiError).GetProperties().All(property => !property.Name.Equals(member.Key, StringComparison.OrdinalIgnoreCase)))
                .Select(member => $"errors/{member.Key} has no property in {nameof(ApiError)}"));
    }

    private static IEnumerable<string> Unknown(JsonNode? json, Type? type, JsonSerializerOptions options)
    {
        if (json is null) return [];
        if (type is null) return ["The endpoint's method has no type for this body"];

        return WireJson.Unknown(json, type, options).Concat(WorkflowDataTypes.In(json).SelectMany(part => part.Type is null
            ? [$"{part.Place} has no type: no Kind of a request or prompt has its number"]
            : WireJson.Unknown(part.Data, part.Type, options).Select(problem => $"{part.Place}{problem}")));
    }
}
