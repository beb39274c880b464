using Polaris.Client.ObjectLocks;
using Polaris.Client.Testing.ObjectLocks;

namespace Polaris.Client.Testing;

/// <content>Users, tokens and locks.</content>
public sealed partial class FakePolaris
{
    /// <summary>How many sign-ins succeeded.</summary>
    public int SignIns => Locked(() => _signIn.Granted);

    /// <summary>How many sign-ins were refused.</summary>
    public int RefusedSignIns => Locked(() => _signIn.Refused);

    /// <summary>The locks held at this moment, of all users.</summary>
    public IReadOnlyList<ObjectLock> Locks => Locked<IReadOnlyList<ObjectLock>>(() => [.. _locks.All.Select(Describe)]);

    /// <summary>Adds a user who can sign in, or changes the password of one.</summary>
    /// <param name="domain">The network domain.</param>
    /// <param name="name">The name; also shown to others as the holder of locks.</param>
    /// <param name="password">The password.</param>
    /// <returns>This server, to go on with.</returns>
    public FakePolaris WithUser(string domain, string name, string password) =>
        Change(() => _users.Add(domain, name, password));

    /// <summary>Accepts a bearer token from now on.</summary>
    /// <param name="token">The token.</param>
    /// <param name="userName">Whom it stands for.</param>
    /// <returns>This server, to go on with.</returns>
    public FakePolaris WithBearerToken(string token, string userName = DefaultUserName) =>
        Change(() => _tokens.AddBearer(token, _users.Named(userName)));

    /// <summary>Makes all tokens of staff sign-ins worthless; a new sign-in is needed.</summary>
    public void RevokeTokens() => Change(_tokens.RevokeAll);

    /// <summary>Lets a user lock an object, whoever holds it now.</summary>
    /// <param name="userName">The user; made known when not known yet.</param>
    /// <param name="workstationId">The workstation.</param>
    /// <param name="objectType">The kind of the object.</param>
    /// <param name="objectId">The id of the object.</param>
    /// <param name="releaseAfter">When the lock goes by itself; null for never.</param>
    /// <returns>This server, to go on with.</returns>
    public FakePolaris LockAs(
        string userName, int workstationId, ObjectType objectType, int objectId, TimeSpan? releaseAfter = null) =>
        Change(() => _locks.Put(OwnerNamed(userName, workstationId), new(objectType, objectId), releaseAfter));

    /// <summary>Takes the lock of an object away, whoever holds it.</summary>
    /// <param name="objectType">The kind of the object.</param>
    /// <param name="objectId">The id of the object.</param>
    /// <returns>This server, to go on with.</returns>
    public FakePolaris ReleaseLock(ObjectType objectType, int objectId) =>
        Change(() => _locks.Remove(new(objectType, objectId)));

    private LockOwner OwnerNamed(string userName, int workstationId) =>
        new(_users.Named(userName).Id, userName, workstationId);

    private static ObjectLock Describe(LockEntry held) => new()
    {
        ObjectType = held.Target.ObjectType,
        ObjectId = held.Target.ObjectId,
        PolarisUserId = held.Owner.UserId,
        PolarisUserName = held.Owner.UserName,
        WorkstationId = held.Owner.WorkstationId,
        WorkstationName = held.Owner.WorkstationName,
        LockDate = held.Since,
    };
}
