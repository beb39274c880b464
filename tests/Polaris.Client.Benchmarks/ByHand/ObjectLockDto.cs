namespace Polaris.Client.Benchmarks.ByHand;

internal sealed class ObjectLockDto
{
    public int ObjectTypeID { get; set; }

    public int ObjectID { get; set; }

    public int PolarisUserID { get; set; }

    public int WorkstationID { get; set; }

    public DateTime LockDate { get; set; }

    public bool? ExistingLock { get; set; }

    public bool? LockExistsInDatabase { get; set; }

    public string? PolarisUserName { get; set; }

    public string? WorkstationName { get; set; }
}
