namespace Polaris.Client;

/// <summary>The base class of all exceptions that this library throws because of a server or the network.</summary>
/// <remarks>
/// Mistakes of the caller are <see cref="ArgumentException"/> and <see cref="InvalidOperationException"/>; cancellation by the
/// caller is <see cref="OperationCanceledException"/>, never wrapped.
/// </remarks>
public abstract class PolarisClientException : Exception
{
    private string? _note;

    /// <summary>Whether the server may have carried out the request; <c>false</c> only if it provably has not.</summary>
    /// <remarks>If it is <c>true</c>, read the record or <c>GET /workflow/{workflowRequestGuid}</c> before you repeat the call.</remarks>
    public virtual bool MayHaveBeenProcessed => false;

    /// <inheritdoc/>
    public override string Message => _note is null ? base.Message : $"{base.Message} {_note}";

    private protected PolarisClientException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Appends what was found out afterwards to the message.</summary>
    internal void AddNote(string note) => _note = _note is null ? note : $"{_note} {note}";
}

/// <summary>The exception that is thrown when no response was received: the connection failed, broke, or took too long.</summary>
public class TransportException : PolarisClientException
{
    /// <summary>Initializes a new instance of the exception, for tests of your own code.</summary>
    /// <param name="message">What happened, to what, and what to do next.</param>
    /// <param name="route">The route as a template.</param>
    /// <param name="mayHaveBeenProcessed">Whether the server may have acted on the request.</param>
    /// <param name="innerException">The exception of the network.</param>
    public TransportException(string message, string route, bool mayHaveBeenProcessed, Exception? innerException = null)
        : base(message, innerException)
    {
        Route = route;
        MayHaveBeenProcessed = mayHaveBeenProcessed;
    }

    /// <summary>The route as a template, for example <c>POST /workflow</c>.</summary>
    public string Route { get; }

    /// <summary>The requested path, without query.</summary>
    public string? RequestPath { get; init; }

    /// <summary>The tenant of the request, if the server has tenants (FOLIO).</summary>
    public string? Tenant { get; init; }

    /// <summary>Whether the server may have acted on the request; <c>false</c> only if it was provably not sent.</summary>
    public override bool MayHaveBeenProcessed { get; }

    /// <summary>The number of times that the request was sent or tried, 1 or more.</summary>
    public int Attempts { get; init; } = 1;
}
