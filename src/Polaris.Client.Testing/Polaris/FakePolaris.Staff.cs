using Polaris.Client.ObjectLocks;

namespace Polaris.Client.Testing;

/// <content>Users, tokens and locks.</content>
public sealed partial class FakePolaris
{
    /// <summary>The number of successful sign-ins.</summary>
    public int SignIns => Locked(() => _signIn.Granted);

    /// <summary>The number of refused sign-ins.</summary>
    public int RefusedSignIns => Locked(() => _signIn.Refused);

    /// <summary>The locks that are currently held, of all users.</summary>
    public IReadOnlyList<FakeLock> Locks => Locked<IReadOnlyList<FakeLock>>(() => [.. _locks.All.Select(held => new FakeLock(held))]);

    /// <summary>Adds a user who can sign in, or changes the password of an existing one.</summary>
    /// <param name="domain">The network domain.</param>
    /// <param name="name">The user name; also shown to others as the holder of locks.</param>
    /// <param name="password">The password.</param>
    /// <returns>This server, so that calls can be chained.</returns>
    public FakePolaris WithUser(string domain, string name, string password) =>
        Change(() => _users.Add(domain, name, password));

    /// <summary>Accepts a bearer token from now on.</summary>
    /// <param name="token">The token.</param>
    /// <param name="userName">The user that it authenticates.</param>
    /// <returns>This server, so that calls can be chained.</returns>
    public FakePolaris WithBearerToken(string token, string userName = DefaultUserName) =>
        Change(() => _tokens.AddBearer(token, _users.Named(userName)));

    /// <summary>Invalidates all tokens of staff sign-ins, so that a new sign-in is needed.</summary>
    public void RevokeTokens() => Change(_tokens.RevokeAll);

    /// <summary>Locks an object for another user, even if it is already locked.</summary>
    /// <param name="userName">The user; created if it does not exist.</param>
    /// <param name="workstationId">The workstation.</param>
    /// <param name="objectType">The type of the object.</param>
    /// <param name="objectId">The ID of the object.</param>
    /// <param name="releaseAfter">When the lock is released automatically; <c>null</c> for never.</param>
    /// <returns>This server, so that calls can be chained.</returns>
    public FakePolaris LockAs(
        string userName, int workstationId, ObjectType objectType, int objectId, TimeSpan? releaseAfter = null) =>
        Change(() => _locks.Put(OwnerNamed(userName, workstationId), new((int)objectType, objectId), releaseAfter));

    /// <summary>Releases the lock of an object, whoever holds it.</summary>
    /// <param name="objectType">The type of the object.</param>
    /// <param name="objectId">The ID of the object.</param>
    /// <returns>This server, so that calls can be chained.</returns>
    public FakePolaris ReleaseLock(ObjectType objectType, int objectId) =>
        Change(() => _locks.Remove(new((int)objectType, objectId)));

    private LockOwner OwnerNamed(string userName, int workstationId) =>
        new(_users.Named(userName).Id, userName, workstationId);
}

/// <summary>A lock that a <see cref="FakePolaris"/> holds for a user.</summary>
public sealed class FakeLock
{
    internal FakeLock(LockEntry held)
    {
        ObjectType = (ObjectType)held.Target.ObjectType;
        ObjectId = held.Target.ObjectId;
        PolarisUserName = held.Owner.UserName;
        WorkstationId = held.Owner.WorkstationId;
        Since = held.Since;
    }

    /// <summary>The type of the object.</summary>
    public ObjectType ObjectType { get; }

    /// <summary>The ID of the object.</summary>
    public int ObjectId { get; }

    /// <summary>The user who holds the lock.</summary>
    public string PolarisUserName { get; }

    /// <summary>The workstation of the user.</summary>
    public int WorkstationId { get; }

    /// <summary>When the object was locked.</summary>
    public DateTimeOffset Since { get; }

    /// <summary>Returns the object and the holder.</summary>
    public override string ToString() => $"{ObjectType} {ObjectId}: {PolarisUserName} at workstation {WorkstationId}";
}
