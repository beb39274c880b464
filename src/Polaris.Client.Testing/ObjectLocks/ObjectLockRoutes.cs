using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing.Routing;

namespace Polaris.Client.Testing.ObjectLocks;

/// <summary>The seven object lock calls.</summary>
internal sealed class ObjectLockRoutes(FakePolarisOptions options, LockTable locks, LockJson json)
{
    public Answer LockOne(Call call)
    {
        ObjectReference target = ReadTarget(call);
        return Take(call, target, out bool existing) is { } held
            ? Answer.Json(json.OfLockOne(held, existing))
            : Conflict(target);
    }

    public Answer LockMany(Call call)
    {
        List<ObjectReference> targets =
            [.. ReadIds(call).Select(id => new ObjectReference((ObjectType)call.RouteNumber(1), id))];
        ObjectReference? blocked = FirstBlocked(call, targets);
        if (blocked is not null && !options.ManyLocksMayBePartial)
        {
            return Conflict(blocked);
        }

        JsonArray answer = [];
        foreach (ObjectReference target in targets)
        {
            if (Take(call, target, out bool existing) is not { } held)
            {
                return Conflict(target);
            }

            answer.Add((JsonNode)json.OfLockMany(held, existing));
        }

        return Answer.Json(answer);
    }

    public Answer List(Call call)
    {
        bool all = AsksForAll(call);
        IEnumerable<LockEntry> shown = locks.All.Where(held => all || held.Owner == call.Caller);
        return Answer.Json(new JsonArray([.. shown.Select(held => (JsonNode)json.OfList(held))]));
    }

    public Answer Find(Call call) =>
        locks.Find(TargetOfRoute(call)) is { } held
            ? Answer.Json(json.OfFind(held))
            : Answer.Empty(HttpStatusCode.NotFound);

    public Answer UnlockOne(Call call)
    {
        ObjectReference target = TargetOfRoute(call);
        if (locks.ConflictFor(call.Caller!, target) is not null)
        {
            return Conflict(target);
        }

        locks.Remove(target);
        return Answer.Json("true");
    }

    public Answer UnlockAll(Call call)
    {
        locks.RemoveAllOf(call.Caller!);
        return Answer.Json("true");
    }

    /// <summary>The object a call wants to lock; null for other calls and for what cannot be read.</summary>
    public static ObjectReference? WantedBy(ReceivedRequest request)
    {
        try
        {
            Call call = new(request, _ => { });
            return (request.Method, request.Route.Resource) switch
            {
                ("POST", { Count: 1 } resource) when resource[0] == "objectlocks" => ReadTarget(call),
                _ => null,
            };
        }
        catch (Refusal)
        {
            return null;
        }
    }

    private LockEntry? Take(Call call, ObjectReference target, out bool existing)
    {
        LockEntry? held = locks.Find(target);
        existing = held is not null;
        return held is null ? locks.Put(call.Caller!, target) : held.Owner == call.Caller ? held : null;
    }

    private ObjectReference? FirstBlocked(Call call, List<ObjectReference> targets) =>
        targets.Find(target => locks.ConflictFor(call.Caller!, target) is not null);

    private Answer Conflict(ObjectReference target) => json.Conflict(locks.Find(target)!);

    private static ObjectReference TargetOfRoute(Call call) =>
        new((ObjectType)call.RouteNumber(1), call.RouteNumber(2));

    private static ObjectReference ReadTarget(Call call)
    {
        JsonElement body = call.ReadJson();
        new BodyCheck(call, body, acceptQuotedNumbers: false)
            .Required("ObjectTypeID", "ObjectID").Ints("ObjectTypeID", "ObjectID").NothingElse();
        return body.Deserialize(ObjectLocksJson.Default.ObjectReference)!;
    }

    private static IReadOnlyList<int> ReadIds(Call call)
    {
        JsonElement body = call.ReadJson();
        bool isIds = body.ValueKind == JsonValueKind.Array
            && body.EnumerateArray().All(id => id.ValueKind == JsonValueKind.Number && id.TryGetInt32(out _));
        return isIds
            ? body.Deserialize(ObjectLocksJson.Default.IReadOnlyListInt32)!
            : throw call.BadRequest("The body is not an array of integers.");
    }

    private static bool AsksForAll(Call call)
    {
        string query = call.Request.Uri.Query.TrimStart('?');
        if (query is not ("" or "getAllLocks=true" or "getAllLocks=false"))
        {
            call.Report($"The query '{query}' is not documented; only getAllLocks=true or false is.");
        }

        return query == "getAllLocks=true";
    }
}
