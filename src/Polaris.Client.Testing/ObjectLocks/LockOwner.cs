namespace Polaris.Client.Testing.ObjectLocks;

/// <summary>Whom a lock belongs to: a user at a workstation.</summary>
internal sealed record LockOwner(int UserId, string UserName, int WorkstationId)
{
    public string WorkstationName => $"Workstation {WorkstationId}";
}
