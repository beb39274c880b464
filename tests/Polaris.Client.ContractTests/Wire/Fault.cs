namespace Polaris.Client.ContractTests.Wire;

/// <summary>How a connection fails instead of bringing an answer.</summary>
public enum Fault
{
    /// <summary>The server resets the connection (TCP RST).</summary>
    ConnectionReset,

    /// <summary>The server closes the connection without sending a byte.</summary>
    EmptyResponse,

    /// <summary>The server sends a status line and headers, then a chunk that cannot be read, and closes the connection.</summary>
    BrokenChunk,

    /// <summary>The server sends bytes that are not HTTP, and closes the connection.</summary>
    RandomData,
}
