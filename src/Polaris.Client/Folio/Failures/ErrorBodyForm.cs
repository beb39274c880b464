namespace Polaris.Client.Folio;

/// <summary>The form of an error body.</summary>
internal enum ErrorBodyForm
{
    Empty,
    Text,

    /// <summary><c>{"errors": [...]}</c>: a module, or the sidecar of Eureka.</summary>
    Errors,

    /// <summary><c>{"message": "..."}</c>: the gateway itself.</summary>
    Message,

    /// <summary>HTML of a proxy.</summary>
    Page,
}
