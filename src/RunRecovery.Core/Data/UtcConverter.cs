using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace RunRecovery.Core.Data;

/// <summary>Databases return times without a kind; ours are UTC by definition.</summary>
public sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
    time => time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time,
    time => DateTime.SpecifyKind(time, DateTimeKind.Utc));
