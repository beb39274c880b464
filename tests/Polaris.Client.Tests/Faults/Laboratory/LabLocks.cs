using System.Globalization;
using System.Text.Json.Nodes;

namespace Polaris.Client.Tests.Faults.Laboratory;

/// <summary>The table of object locks. The owner is a user at a workstation; who really took a lock is known only here.</summary>
internal sealed class LabLocks(LabWorld world)
{
    /// <summary>The origin of a lock that another process of our own user and workstation took.</summary>
    public const int OtherProcess = -1;

    public const int OurUser = 7;
    public const int AnotherUser = 8;

    public Dictionary<(int Type, int Id), Held> Table { get; } = [];

    /// <summary>Whether a client has a lease of an object at this moment.</summary>
    public Func<(int Type, int Id), int, bool> IsInUse { get; set; } = (_, _) => true;

    public int ForeignFreed { get; private set; }

    /// <summary>Locks of our own process that were freed by the release of an earlier lease, because the server processed it late.</summary>
    /// <remarks>No client can prevent that: a lock can be identified only by its object. It is counted.</remarks>
    public int FreedByLateRelease { get; private set; }

    public sealed record Held(int User, int Workstation, int Origin, DateTimeOffset Date, LabCall? TakenBy);

    public LabAnswer Process(LabCall call) => (call.Method, call.Path.Length) switch
    {
        ("POST", 1) => Take(call),
        ("GET", 1) => LabAnswer.Json(new JsonArray([.. Table.Where(pair => IsOwn(pair.Value, call)).Select(pair => Print(pair.Key, pair.Value, false))])),
        ("GET", 3) => Table.TryGetValue(Key(call), out var found)
            ? LabAnswer.Json(Print(Key(call), found, null))
            : LabAnswer.Error(404, 0, "Object is NOT currently locked."),
        ("DELETE", 3) => Free(call),
        _ => LabAnswer.Error(400, 1, "Bad request"),
    };

    /// <summary>A sign-in of our user clears the locks of the workstation, as one library reports.</summary>
    public void Clear()
    {
        foreach (var key in Table.Where(pair => pair.Value.User == OurUser).Select(pair => pair.Key).ToList())
        {
            Table.Remove(key);
        }
    }

    private static (int Type, int Id) Key(LabCall call) =>
        (int.Parse(call.Path[1], CultureInfo.InvariantCulture), int.Parse(call.Path[2], CultureInfo.InvariantCulture));

    private static bool IsOwn(Held held, LabCall call) => held.User == OurUser && held.Workstation == call.WorkstationId;

    private LabAnswer Take(LabCall call)
    {
        var key = ((int)call.Body!["ObjectTypeID"]!, (int)call.Body["ObjectID"]!);
        if (!Table.TryGetValue(key, out var held))
        {
            held = Table[key] = new Held(OurUser, call.WorkstationId, call.Client, world.DatabaseTime(), call);
            return LabAnswer.Json(Print(key, held, existing: false));
        }

        return IsOwn(held, call)
            ? LabAnswer.Json(Print(key, held, existing: true))
            : LabAnswer.Error(
                409, 70000, "Exception of type 'Polaris.Common.Exceptions.PolarisObjectLockException' was thrown.", Print(key, held, null));
    }

    private LabAnswer Free(LabCall call)
    {
        if (!Table.TryGetValue(Key(call), out var held))
        {
            return world.UnlockMissing == 404 ? LabAnswer.Error(404, 0, "Object is NOT currently locked.") : new LabAnswer(200, world.UnlockBody);
        }

        if (!IsOwn(held, call))
        {
            return LabAnswer.Error(409, 0, "FAIL. Object is locked by another user.");
        }

        var isYounger = held.TakenBy?.SentAt > call.SentAt;
        FreedByLateRelease += isYounger ? 1 : 0;
        ForeignFreed += held.Origin == OtherProcess || (held.Origin != call.Client && !isYounger && IsInUse(Key(call), held.Origin)) ? 1 : 0;
        Table.Remove(Key(call));
        return new LabAnswer(200, world.UnlockBody);
    }

    private JsonObject Print((int Type, int Id) key, Held held, bool? existing)
    {
        var json = new JsonObject
        {
            ["ObjectTypeID"] = key.Type,
            ["ObjectID"] = key.Id,
            ["PolarisUserID"] = held.User,
            ["WorkstationID"] = held.Workstation,
            ["LockDate"] = world.Print(held.Date),
        };
        if (existing is not null)
        {
            json["ExistingLock"] = existing;
            json["LockExistsInDatabase"] = true;
        }

        return json;
    }
}
