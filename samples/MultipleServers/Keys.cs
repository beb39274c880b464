namespace MultipleServers;

/// <summary>The keys of the clients.</summary>
internal static class Keys
{
    public const string East = "east";
    public const string West = "west";
    public const string Central = "central";
    public const string College = "college";
}
