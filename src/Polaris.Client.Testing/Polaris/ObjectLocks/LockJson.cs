using System.Text.Json.Nodes;

namespace Polaris.Client.Testing;

/// <summary>Locks as the server formats them: each call returns different properties, and not all dates have an offset.</summary>
internal sealed class LockJson(FakePolarisOptions options)
{
    private const int LockedErrorCode = 70000;
    private const string LockedMessage =
        "Exception of type 'Polaris.Common.Exceptions.PolarisObjectLockException' was thrown.";

    private readonly ServerDates _dates = new(options);

    public JsonObject OfLockOne(LockEntry held, bool existing) => new()
    {
        ["ExistingLock"] = existing,
        ["ObjectTypeID"] = held.Target.ObjectType,
        ["ObjectID"] = held.Target.ObjectId,
        ["PolarisUserID"] = held.Owner.UserId,
        ["WorkstationID"] = held.Owner.WorkstationId,
        ["LockDate"] = Date(held, withOffset: false),
        ["LockExistsInDatabase"] = true,
    };

    public JsonObject OfLockMany(LockEntry held, bool existing)
    {
        JsonObject json = OfHolder(held);
        json["ExistingLock"] = existing;
        json["LockExistsInDatabase"] = true;
        return json;
    }

    public JsonObject OfFind(LockEntry held) => new()
    {
        ["ObjectTypeID"] = held.Target.ObjectType,
        ["ObjectID"] = held.Target.ObjectId,
        ["PolarisUserID"] = held.Owner.UserId,
        ["WorkstationID"] = held.Owner.WorkstationId,
        ["LockDate"] = Date(held, withOffset: false),
    };

    public JsonObject OfList(LockEntry held)
    {
        JsonObject json = OfHolder(held);
        json["ExistingLock"] = false;
        json["LockExistsInDatabase"] = false;
        json["StaffEmail"] = "";
        return json;
    }

    public FakeResponse Conflict(LockEntry held) =>
        PolarisAnswers.Error(409, LockedErrorCode, LockedMessage, OfHolder(held));

    private JsonObject OfHolder(LockEntry held) => new()
    {
        ["ObjectTypeID"] = held.Target.ObjectType,
        ["ObjectID"] = held.Target.ObjectId,
        ["PolarisUserID"] = held.Owner.UserId,
        ["WorkstationID"] = held.Owner.WorkstationId,
        ["LockDate"] = Date(held, withOffset: true),
        ["PolarisUserName"] = held.Owner.UserName,
        ["WorkstationName"] = held.Owner.WorkstationName,
    };

    private string? Date(LockEntry held, bool withOffset) => options.LockDates switch
    {
        FakeLockDates.Null => null,
        FakeLockDates.WithOffset => _dates.WithOffset(held.Since),
        FakeLockDates.Documented when withOffset => _dates.WithOffset(held.Since),
        _ => _dates.WithoutOffset(held.Since),
    };
}
