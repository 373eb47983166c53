#pragma once
// The three ways in which a run can end early. Doubtful data is none of them: that is a finding (src/domain/finding.hpp).

#include <stdexcept>
#include <string>

namespace gis {

/// Unusable input (exit code 3). The text reads `where: what is wrong with 'value'; what would be right`.
class Error : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// The output could not be written, or stands in the way (exit code 4).
class WriteError : public Error
{
public:
    using Error::Error;
};

/// A wrong call or a wrong config (exit code 2).
class UsageError : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// The user pressed Ctrl-C, or SIGTERM came (exit code 130).
class Interrupted : public std::runtime_error
{
public:
    Interrupted() : std::runtime_error("interrupted") {}
};

} // namespace gis
