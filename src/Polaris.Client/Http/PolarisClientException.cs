namespace Polaris.Client;

/// <summary>The base of every exception that this library throws for what a server or the network did.</summary>
/// <remarks>
/// The caller's own mistakes are <see cref="ArgumentException"/> and <see cref="InvalidOperationException"/>; the caller's own
/// cancellation is <see cref="OperationCanceledException"/>, never wrapped.
/// </remarks>
public abstract class PolarisClientException : Exception
{
    private string? _note;

    /// <summary>Whether the server may have carried out what was asked of it; false only where it provably has not.</summary>
    /// <remarks>When true, read the record or <c>GET /workflow/{workflowRequestGuid}</c> before asking again.</remarks>
    public virtual bool MayHaveBeenProcessed => false;

    /// <inheritdoc/>
    public override string Message => _note is null ? base.Message : $"{base.Message} {_note}";

    private protected PolarisClientException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Adds what was found out afterwards to the message.</summary>
    internal void AddNote(string note) => _note = _note is null ? note : $"{_note} {note}";
}

/// <summary>No answer came: the connection failed, broke, or took too long.</summary>
public class TransportException : PolarisClientException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="route">The route as a template.</param>
    /// <param name="mayHaveBeenProcessed">Whether the server may have acted on the request.</param>
    /// <param name="innerException">The network's own exception.</param>
    public TransportException(string message, string route, bool mayHaveBeenProcessed, Exception? innerException = null)
        : base(message, innerException)
    {
        Route = route;
        MayHaveBeenProcessed = mayHaveBeenProcessed;
    }

    /// <summary>The route as a template, for example <c>POST /workflow</c>.</summary>
    public string Route { get; }

    /// <summary>The path that was asked for, without query.</summary>
    public string? RequestPath { get; init; }

    /// <summary>The tenant that was asked, where the server has tenants (FOLIO).</summary>
    public string? Tenant { get; init; }

    /// <summary>Whether the server may have acted on the request; false only where it provably never left.</summary>
    public override bool MayHaveBeenProcessed { get; }

    /// <summary>How many times the request was sent or tried, 1 or more.</summary>
    public int Attempts { get; init; } = 1;
}
