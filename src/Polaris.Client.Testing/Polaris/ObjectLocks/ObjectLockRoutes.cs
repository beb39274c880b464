using System.Text.Json;
using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>The seven object lock calls.</summary>
internal sealed class ObjectLockRoutes(FakePolarisOptions options, LockTable locks, LockJson json)
{
    public FakeResponse LockOne(PolarisCall call)
    {
        LockTarget target = ReadTarget(call);
        return Take(call, target, out bool existing) is { } held
            ? FakeResponse.Json(json.OfLockOne(held, existing))
            : Conflict(target);
    }

    public FakeResponse LockMany(PolarisCall call)
    {
        int objectType = call.Number("objectTypeId");
        List<LockTarget> targets = [.. ReadIds(call).Select(id => new LockTarget(objectType, id))];
        int blocked = targets.FindIndex(target => locks.ConflictFor(call.Caller!, target) is not null);
        if (blocked >= 0 && !options.ManyLocksMayBePartial)
        {
            return Conflict(targets[blocked]);
        }

        List<JsonNode> taken = [];
        foreach (LockTarget target in targets)
        {
            if (Take(call, target, out bool existing) is not { } held)
            {
                return Conflict(target);
            }

            taken.Add(json.OfLockMany(held, existing));
        }

        return FakeResponse.Json(Json.Array(taken));
    }

    public FakeResponse List(PolarisCall call)
    {
        bool all = AsksForAll(call);
        return FakeResponse.Json(Json.Array(locks.All.Where(held => all || held.Owner == call.Caller).Select(json.OfList)));
    }

    public FakeResponse Find(PolarisCall call) => locks.Find(TargetOfRoute(call)) is { } held
        ? FakeResponse.Json(json.OfFind(held))
        : PolarisAnswers.Error(404, 0, "Object is NOT currently locked. Success");

    public FakeResponse UnlockOne(PolarisCall call)
    {
        LockTarget target = TargetOfRoute(call);
        if (locks.ConflictFor(call.Caller!, target) is not null)
        {
            return Conflict(target);
        }

        locks.Remove(target);
        return FakeResponse.Json("true");
    }

    public FakeResponse UnlockAll(PolarisCall call)
    {
        locks.RemoveAllOf(call.Caller!);
        return FakeResponse.Json("true");
    }

    /// <summary>The object that a call locks.</summary>
    public static LockTarget ReadTarget(PolarisCall call)
    {
        JsonElement body = call.ReadJson();
        new BodyCheck(call, body, acceptQuotedNumbers: false)
            .Required("ObjectTypeID", "ObjectID").Ints("ObjectTypeID", "ObjectID").NothingElse();
        JsonNode? node = Json.Node(body);
        return new(node.Int("ObjectTypeID")!.Value, node.Int("ObjectID")!.Value);
    }

    private LockEntry? Take(PolarisCall call, LockTarget target, out bool existing)
    {
        LockEntry? held = locks.Find(target);
        existing = held is not null;
        return held is null ? locks.Put(call.Caller!, target) : held.Owner == call.Caller ? held : null;
    }

    private FakeResponse Conflict(LockTarget target) => json.Conflict(locks.Find(target)!);

    private static LockTarget TargetOfRoute(PolarisCall call) => new(call.Number("objectTypeId"), call.Number("objectId"));

    private static IReadOnlyList<int> ReadIds(PolarisCall call)
    {
        JsonElement body = call.ReadJson();
        bool isIds = body.ValueKind == JsonValueKind.Array
            && body.EnumerateArray().All(id => id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out _));
        return isIds
            ? [.. body.EnumerateArray().Select(id => id.GetInt32())]
            : throw call.BadRequest("The body is not an array of integers.");
    }

    private static bool AsksForAll(PolarisCall call)
    {
        string? asked = call.Query.TryGetValue("getAllLocks", out string? value) ? value : null;
        if (asked is not (null or "true" or "false"))
        {
            call.Report($"getAllLocks is '{asked}'; only true and false are documented.");
        }

        return asked == "true";
    }
}
