using System.Net;
using System.Text.Json.Nodes;
using Polaris.Client.Testing.Routing;

namespace Polaris.Client.Testing.ObjectLocks;

/// <summary>Locks as the server prints them: each call shows other members, and not all dates have an offset.</summary>
internal sealed class LockJson(ServerDates dates)
{
    private const int LockedErrorCode = 70000;
    private const string LockedMessage =
        "Exception of type 'Polaris.Common.Exceptions.PolarisObjectLockException' was thrown.";

    public JsonObject OfLockOne(LockEntry held, bool existing) => new()
    {
        ["ExistingLock"] = existing,
        ["ObjectTypeID"] = (int)held.Target.ObjectType,
        ["ObjectID"] = held.Target.ObjectId,
        ["PolarisUserID"] = held.Owner.UserId,
        ["WorkstationID"] = held.Owner.WorkstationId,
        ["LockDate"] = dates.WithoutOffset(held.Since),
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
        ["ObjectTypeID"] = (int)held.Target.ObjectType,
        ["ObjectID"] = held.Target.ObjectId,
        ["PolarisUserID"] = held.Owner.UserId,
        ["WorkstationID"] = held.Owner.WorkstationId,
        ["LockDate"] = dates.WithoutOffset(held.Since),
    };

    public JsonObject OfList(LockEntry held)
    {
        JsonObject json = OfHolder(held);
        json["ExistingLock"] = false;
        json["LockExistsInDatabase"] = false;
        json["StaffEmail"] = "";
        return json;
    }

    public Answer Conflict(LockEntry held) =>
        Answer.Error(HttpStatusCode.Conflict, LockedErrorCode, LockedMessage, OfHolder(held));

    private JsonObject OfHolder(LockEntry held) => new()
    {
        ["ObjectTypeID"] = (int)held.Target.ObjectType,
        ["ObjectID"] = held.Target.ObjectId,
        ["PolarisUserID"] = held.Owner.UserId,
        ["WorkstationID"] = held.Owner.WorkstationId,
        ["LockDate"] = dates.WithOffset(held.Since),
        ["PolarisUserName"] = held.Owner.UserName,
        ["WorkstationName"] = held.Owner.WorkstationName,
    };
}
