namespace Polaris.Client.RefitGenerator.Models;

/// <summary>How a value is written into an address.</summary>
internal enum ValueKind
{
    /// <summary>Not at all: the type has no form that both builds agree upon.</summary>
    Unsupported,

    /// <summary>A string, escaped.</summary>
    Text,

    /// <summary>A whole number that fits a long: written without an intermediate string.</summary>
    Integer,

    /// <summary>A Guid: written without an intermediate string.</summary>
    Guid,

    /// <summary>Formatted by AddressValue, then escaped.</summary>
    Formatted,
}
